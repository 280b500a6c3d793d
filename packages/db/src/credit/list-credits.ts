import type { CreditEnd, CreditKind } from '@kvitt/domain/credit/credit';
import type { Currency } from '@kvitt/domain/money/money';
import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';

/** A credit of an account as it stands. */
export interface ListedCredit {
  creditId: string;
  kind: CreditKind;
  currency: Currency;
  amountMinor: number;
  /** What can still be used, or be paid back. */
  leftMinor: number;
  reason: string;
  madeBy: string;
  /** `YYYY-MM-DD`. */
  grantedOn: string;
  expiresOn: string | null;
  /** Of an overpayment: whether it was agreed to be kept. */
  isKept: boolean;
  /** Of an overpayment: whether its customer asked for it to be sent back. */
  isAskedBack: boolean;
  endedAs: CreditEnd | null;
}

/** An account's credits, the latest first, those that are over among them. */
export async function listCredits(
  em: EntityManager,
  { billerId, accountId }: { billerId: string; accountId: string },
): Promise<ListedCredit[]> {
  const { rows } = await sql<ListedCredit & { amountMinor: string; leftMinor: string }>`
    select c.id as "creditId", c.kind, c.currency, c.amount_minor as "amountMinor",
      c.amount_minor - coalesce(c.ended_minor, 0) - coalesce((select sum(u.amount_minor) from credit_use u
        where u.biller_id = c.biller_id and u.credit_id = c.id and u.undone_at is null), 0) as "leftMinor",
      c.reason, c.made_by as "madeBy", (c.granted_at at time zone k.time_zone)::date::text as "grantedOn",
      c.expires_on::text as "expiresOn", c.kept_at is not null as "isKept", c.asked_back_at is not null as "isAskedBack", c.ended_as as "endedAs"
    from credit c
    join account a on a.biller_id = c.biller_id and a.id = c.account_id
    join customer k on k.biller_id = a.biller_id and k.id = a.customer_id
    where c.biller_id = ${billerId} and c.account_id = ${accountId}
    order by c.granted_at desc, c.id desc`.execute(em.getKysely());
  return rows.map((row) => ({
    ...row,
    amountMinor: Number(row.amountMinor),
    leftMinor: Number(row.leftMinor),
  }));
}
