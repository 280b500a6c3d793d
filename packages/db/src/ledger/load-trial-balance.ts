import type { LedgerAccount } from '@kvitt/domain/ledger/chart';
import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';

/** The sums of an account's postings, in minor units; of all accounts of a currency, debits and credits are the same. */
export interface TrialBalanceRow {
  currency: string;
  account: LedgerAccount;
  debitMinor: number;
  creditMinor: number;
}

/** A biller's trial balance: each account with what was posted to it on either side. */
export async function loadTrialBalance(em: EntityManager, billerId: string): Promise<TrialBalanceRow[]> {
  const { rows } = await sql<Record<keyof TrialBalanceRow, string>>`
    select e.currency, g.account, coalesce(sum(g.minor) filter (where g.minor > 0), 0) as "debitMinor",
      coalesce(-sum(g.minor) filter (where g.minor < 0), 0) as "creditMinor"
    from journal_entry e join posting g on g.biller_id = e.biller_id and g.entry_id = e.id
    where e.biller_id = ${billerId} group by e.currency, g.account order by e.currency, g.account`.execute(
    em.getKysely(),
  );
  return rows.map(({ currency, account, debitMinor, creditMinor }) => ({
    currency,
    account: account as LedgerAccount,
    debitMinor: Number(debitMinor),
    creditMinor: Number(creditMinor),
  }));
}
