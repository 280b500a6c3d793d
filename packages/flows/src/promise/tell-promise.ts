import { Biller } from '@kvitt/db/biller/biller.entity';
import { Conversation } from '@kvitt/db/conversation/conversation.entity';
import { Account } from '@kvitt/db/customer/account.entity';
import { Customer } from '@kvitt/db/customer/customer.entity';
import { findOpenBills } from '@kvitt/db/invoice/find-open-bills';
import type { PromiseToPay } from '@kvitt/db/promise/promise.entity';
import { formatDueDate } from '@kvitt/domain/locale/format-due-date';
import { formatMoney } from '@kvitt/domain/locale/format-money';
import { money } from '@kvitt/domain/money/money';
import type { TxCtx } from '../kit/context.ts';
import { loadWriter } from '../message/load-writer.ts';
import { queueText } from '../message/queue-text.ts';

/** Tells the customer that their promise is kept or broken, in the transaction that notes it. */
export async function tellPromise(tx: TxCtx, promise: PromiseToPay): Promise<void> {
  const { billerId, id, accountId, conversationId, currency, state } = promise;
  if (!conversationId || (state !== 'kept' && state !== 'broken')) return;
  const thread = await tx.em.findOneOrFail(Conversation, { billerId, id: conversationId });
  const biller = await tx.em.findOneOrFail(Biller, { id: billerId });
  const account = await tx.em.findOneOrFail(Account, { billerId, id: accountId });
  const { firstName, language } = await tx.em.findOneOrFail(Customer, { billerId, id: account.customerId });
  const open = await findOpenBills(tx.em, billerId, [accountId]);
  const amount = formatMoney(money(promise.amountMinor, currency), language);
  const balance = formatMoney(open.total ?? money(0, currency), language);
  const date = formatDueDate(promise.dueOn, language);
  const brand = biller.name;
  const renderTemplate = await loadWriter(tx, billerId);
  const words =
    state === 'kept'
      ? {
          template: 'promise-kept',
          body: renderTemplate('promise-kept', language, { brand, amount, balance }),
        }
      : {
          template: 'promise-broken',
          body: renderTemplate('promise-broken', language, {
            brand,
            firstName,
            amount,
            date,
            link: '{link}',
          }),
        };
  const [first] = open.bills;
  await queueText(tx, {
    billerId,
    conversationId,
    senderId: thread.senderId,
    phoneId: thread.phoneId,
    purpose: 'service',
    ...words,
    cause: `${words.template}/${id}`,
    ...(first && { invoiceId: first.invoiceId }),
  });
}
