import { Autopay } from '@kvitt/db/autopay/autopay.entity';
import { Biller } from '@kvitt/db/biller/biller.entity';
import { findOwner } from '@kvitt/db/customer/find-owner';
import { Invoice } from '@kvitt/db/invoice/invoice.entity';
import type { PaymentMethod } from '@kvitt/db/payment/payment-method.entity';
import { cardWords } from '../conversation/card-words.ts';
import { findThread } from '../conversation/find-thread.ts';
import type { TxCtx } from '../kit/context.ts';
import { loadWriter } from '../message/load-writer.ts';
import { queueText } from '../message/queue-text.ts';

/**
 * Tells a customer that a way to pay ends or has ended, within the caller's transaction, with the link of their latest
 * bill, from which the account and its ways to pay are reached. Once for each card and expiry.
 */
export async function tellMethod(
  tx: TxCtx,
  method: PaymentMethod,
  template: 'card-expiring' | 'method-closed',
): Promise<void> {
  const { billerId, accountId, id, expMonth, expYear } = method;
  const thread = await findThread(tx, billerId, accountId);
  if (!thread) return;
  const { firstName, language } = await findOwner(tx.em, { billerId, accountId });
  const { name: brand } = await tx.em.findOneOrFail(Biller, { id: billerId });
  const [latest] = await tx.em.find(
    Invoice,
    { billerId, accountId },
    { orderBy: { createdAt: 'desc', id: 'desc' }, limit: 1 },
  );
  const mandate = { billerId, accountId, methodId: id, state: { $ne: 'off' as const } };
  const hasAutopay = (await tx.em.findOne(Autopay, mandate)) !== null;
  const write = await loadWriter(tx, billerId);
  const expires = `${String(expMonth ?? 0).padStart(2, '0')}/${expYear ?? ''}`;
  const base = { brand, firstName, card: cardWords(method), hasAutopay, ...(latest && { link: '{link}' }) };
  const body =
    template === 'card-expiring' && expMonth && expYear
      ? write('card-expiring', language, { ...base, expires })
      : write('method-closed', language, base);
  await queueText(tx, {
    billerId,
    ...thread,
    purpose: 'service',
    template,
    body,
    cause: `${template}/${id}/${expires}`,
    ...(latest && { invoiceId: latest.id }),
  });
}
