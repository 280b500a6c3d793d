import { Conversation } from '@kvitt/db/conversation/conversation.entity';
import { type DuePromise, findPromisesDue } from '@kvitt/db/promise/find-promises-due';
import { PromiseToPay } from '@kvitt/db/promise/promise.entity';
import { formatMoney } from '@kvitt/domain/locale/format-money';
import { money } from '@kvitt/domain/money/money';
import { localInstant } from '@kvitt/domain/time/local-instant';
import { LockMode } from '@mikro-orm/postgresql';
import type { Ctx, TxCtx } from '../kit/context.ts';
import { inTransaction } from '../kit/in-transaction.ts';
import { oneByOne } from '../kit/one-by-one.ts';
import { findAddressee } from '../message/find-addressee.ts';
import { queueText } from '../message/queue-text.ts';

/** Before the reminders of the day, which wait where this one goes: the day was the customer's own choice. */
const MORNING_MINUTE = 540;

/**
 * Reminds customers in the morning of the day on which they have promised to pay, once, of what is left of it. It is said
 * on that day or not at all.
 * @returns how many were told
 */
export async function remindOfPromises(ctx: Ctx): Promise<number> {
  const due = await findPromisesDue(ctx.em.fork(), ctx.clock.now(), MORNING_MINUTE);
  return oneByOne(ctx, due, (found) => inTransaction(ctx, (tx) => remind(tx, found)));
}

async function remind(tx: TxCtx, found: DuePromise): Promise<void> {
  const { billerId, id, accountId, conversationId, leftMinor, billMinor, currency, today, timeZone } = found;
  const promise = await tx.em.findOneOrFail(
    PromiseToPay,
    { billerId, id },
    { lockMode: LockMode.PESSIMISTIC_WRITE },
  );
  const to = await findAddressee(tx, { billerId, accountId });
  if (promise.state !== 'open' || !to) return;
  const { write, language, accountNumber } = to;
  const { senderId, phoneId } = await tx.em.findOneOrFail(Conversation, { billerId, id: conversationId });
  const amount = formatMoney(money(leftMinor, currency), language);
  const vars = { ...to.vars, amount, link: '{link}', withStop: true };
  await queueText(tx, {
    billerId,
    conversationId,
    senderId,
    phoneId,
    purpose: 'service',
    template: 'promise-due',
    body: write('promise-due', language, vars, accountNumber),
    cause: `promise-due/${id}`,
    invoiceId: found.invoiceId,
    // Of a part, or of several bills, the promise itself is looked at when the text is claimed.
    ...(leftMinor === billMinor && { statedMinor: billMinor }),
    sendBefore: new Date(localInstant(today, 24 * 60, timeZone)),
  });
}
