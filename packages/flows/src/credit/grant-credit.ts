import { Biller } from '@kvitt/db/biller/biller.entity';
import { Credit } from '@kvitt/db/credit/credit.entity';
import { Account } from '@kvitt/db/customer/account.entity';
import { Customer } from '@kvitt/db/customer/customer.entity';
import { loadMoneyRules } from '@kvitt/db/payment/load-money-rules';
import type { Role } from '@kvitt/domain/agent/role';
import type { GRANTED_KINDS } from '@kvitt/domain/credit/credit';
import { decideGrant, type GrantRefusal } from '@kvitt/domain/credit/decide-grant';
import { postCredit } from '@kvitt/domain/ledger/post-credit';
import { addDays } from '@kvitt/domain/time/add-days';
import { localDate } from '@kvitt/domain/time/local-date';
import { LockMode } from '@mikro-orm/postgresql';
import type { TxCtx } from '../kit/context.ts';
import { postEntry } from '../ledger/post-entry.ts';
import { tellCredit } from './tell-credit.ts';
import { useCredits } from './use-credits.ts';

export interface CreditOrder {
  billerId: string;
  accountId: string;
  /** Made by whoever asks: the same ask grants once. */
  creditId: string;
  kind: (typeof GRANTED_KINDS)[number];
  /** In the biller's currency; what the rules give for doing without paper where absent. */
  amountMinor?: number;
  reason: string;
  by: string;
  /** Of the agent who grants it; the operator and the rules are limited by nothing. */
  role?: Role;
  /** The last day on which it can be used, `YYYY-MM-DD`; what the rules say where absent. */
  expiresOn?: string;
}

export type GrantAnswer =
  | { kind: 'granted'; creditId: string; amountMinor: number; expiresOn: string | null }
  | { kind: 'refused'; refusal: GrantRefusal };

/**
 * Gives a customer credit, within the caller's transaction: posted, used at once for what is due, and said by text. It is
 * no cash, and goes by itself to the next amount due.
 */
export async function grantCredit(tx: TxCtx, order: CreditOrder): Promise<GrantAnswer> {
  const { billerId, accountId, creditId, kind, reason, by } = order;
  const account = await tx.em.findOneOrFail(
    Account,
    { billerId, id: accountId },
    { lockMode: LockMode.PESSIMISTIC_WRITE },
  );
  const before = await tx.em.findOne(Credit, { billerId, id: creditId });
  if (before)
    return {
      kind: 'granted',
      creditId,
      amountMinor: before.amountMinor,
      expiresOn: before.expiresOn ?? null,
    };
  const { timeZone } = await tx.em.findOneOrFail(Customer, { billerId, id: account.customerId });
  const { currency } = await tx.em.findOneOrFail(Biller, { id: billerId });
  const { credit: rules } = await loadMoneyRules(tx.em, billerId);
  const now = tx.clock.now();
  const today = localDate(now, timeZone);
  const usual = rules.expiresAfterDays === null ? null : addDays(today, rules.expiresAfterDays);
  const expiresOn = order.expiresOn ?? usual;
  const amountMinor = order.amountMinor ?? (kind === 'paperless' ? rules.paperlessMinor : 0);
  const hadPaperless = (await tx.em.count(Credit, { billerId, accountId, kind: 'paperless' })) > 0;
  const facts = { kind, amountMinor, expiresOn, hadPaperless, role: order.role };
  const refusal = decideGrant(facts, rules, today);
  if (refusal) return { kind: 'refused', refusal };
  await tx.em.insert(Credit, {
    billerId,
    id: creditId,
    accountId,
    kind,
    amountMinor,
    currency,
    reason,
    madeBy: by,
    expiresOn,
    grantedAt: now,
    keptAt: now,
    keptBy: by,
    askedBackAt: null,
    expiryToldAt: null,
    endedAt: null,
    endedAs: null,
    endedBy: null,
    endedMinor: null,
  });
  await postEntry(tx, billerId, postCredit({ id: creditId, kind, amountMinor, currency }));
  await useCredits(tx, { billerId, accountId });
  await tellCredit(tx, { billerId, accountId, creditId, amountMinor, currency, template: 'credit-added' });
  tx.log.info({ creditId, kind }, 'a credit was granted');
  return { kind: 'granted', creditId, amountMinor, expiresOn };
}
