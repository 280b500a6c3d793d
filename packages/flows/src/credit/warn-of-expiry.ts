import { Credit } from '@kvitt/db/credit/credit.entity';
import { type ExpiringCredit, findExpiringCredits } from '@kvitt/db/credit/find-expiring-credits';
import { formatDueDate } from '@kvitt/domain/locale/format-due-date';
import { formatMoney } from '@kvitt/domain/locale/format-money';
import { money } from '@kvitt/domain/money/money';
import type { Ctx, TxCtx } from '../kit/context.ts';
import { inTransaction } from '../kit/in-transaction.ts';
import { oneByOne } from '../kit/one-by-one.ts';
import { findAddressee } from '../message/find-addressee.ts';
import { queueText } from '../message/queue-text.ts';

/** Before its last day: for most people two weeks have no bill that it could go to, and time to ask. */
const DAYS_AHEAD = 14;

/** Tells customers of credits that are about to end unused, each once. @returns how many there were */
export async function warnOfExpiry(ctx: Ctx): Promise<number> {
  const near = await findExpiringCredits(ctx.em.fork(), ctx.clock.now(), DAYS_AHEAD);
  return oneByOne(ctx, near, (credit) => inTransaction(ctx, (tx) => warn(tx, credit)));
}

async function warn(tx: TxCtx, credit: ExpiringCredit): Promise<void> {
  const { billerId, id, accountId, leftMinor, currency, expiresOn } = credit;
  const told = { expiryToldAt: tx.clock.now() };
  // Another process may have told it meanwhile.
  if ((await tx.em.nativeUpdate(Credit, { billerId, id, endedAt: null, expiryToldAt: null }, told)) === 0)
    return;
  const to = await findAddressee(tx, { billerId, accountId });
  if (!to) return;
  const { thread, write, language, vars, accountNumber } = to;
  const said = {
    brand: vars.brand,
    amount: formatMoney(money(leftMinor, currency), language),
    date: formatDueDate(expiresOn, language),
    withStop: true,
  };
  await queueText(tx, {
    billerId,
    ...thread,
    purpose: 'service',
    template: 'credit-expiring',
    body: write('credit-expiring', language, said, accountNumber),
    cause: `credit-expiring/${id}`,
  });
}
