import { Conversation } from '@kvitt/db/conversation/conversation.entity';
import { findOpenBills } from '@kvitt/db/invoice/find-open-bills';
import type { PromiseToPay } from '@kvitt/db/promise/promise.entity';
import { formatDueDate } from '@kvitt/domain/locale/format-due-date';
import { formatMoney } from '@kvitt/domain/locale/format-money';
import { money } from '@kvitt/domain/money/money';
import type { TxCtx } from '../kit/context.ts';
import { findAddressee } from '../message/find-addressee.ts';
import { queueText } from '../message/queue-text.ts';

/** Tells the customer that their promise is kept or broken, in the transaction that notes it. */
export async function tellPromise(tx: TxCtx, promise: PromiseToPay): Promise<void> {
  const { billerId, id, accountId, conversationId, currency, state } = promise;
  const isOver = state === 'kept' || state === 'broken';
  const to = conversationId && isOver ? await findAddressee(tx, { billerId, accountId }) : undefined;
  if (!conversationId || !to) return;
  const thread = await tx.em.findOneOrFail(Conversation, { billerId, id: conversationId });
  const open = await findOpenBills(tx.em, billerId, [accountId]);
  const { language, accountNumber, write } = to;
  const { card, ...vars } = to.vars;
  const amount = formatMoney(money(promise.amountMinor, currency), language);
  const kept = () => {
    const balance = formatMoney(open.total ?? money(0, currency), language);
    return write('promise-kept', language, { brand: vars.brand, amount, balance }, accountNumber);
  };
  const broken = () => {
    const date = formatDueDate(promise.dueOn, language);
    // PAY charges one bill; of several it asks which.
    const pay = card !== undefined && open.count === 1 ? { card } : {};
    const said = { ...vars, ...pay, amount, date, link: '{link}' };
    return write('promise-broken', language, said, accountNumber);
  };
  const [first] = open.bills;
  await queueText(tx, {
    billerId,
    conversationId,
    senderId: thread.senderId,
    phoneId: thread.phoneId,
    purpose: 'service',
    template: `promise-${state}`,
    body: state === 'kept' ? kept() : broken(),
    cause: `promise-${state}/${id}`,
    ...(first && { invoiceId: first.invoiceId }),
  });
}
