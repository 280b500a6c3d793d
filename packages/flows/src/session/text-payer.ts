import { Biller } from '@kvitt/db/biller/biller.entity';
import { Sender } from '@kvitt/db/biller/sender.entity';
import { AccountPhone } from '@kvitt/db/customer/account-phone.entity';
import type { Invoice } from '@kvitt/db/invoice/invoice.entity';
import type { Language } from '@kvitt/domain/locale/language';
import { localDate } from '@kvitt/domain/time/local-date';
import { openThread } from '../conversation/find-thread.ts';
import type { TxCtx } from '../kit/context.ts';
import { loadWriter } from '../message/load-writer.ts';
import { queueText } from '../message/queue-text.ts';

export interface PayerText {
  invoice: Pick<Invoice, 'billerId' | 'id' | 'accountId' | 'number'>;
  /** Another phone of the same account; to none else is anything sent. */
  phoneId: string;
  language: Language;
}

/** `NOT_OURS` that phone does not serve the account · `CANNOT_TEXT` the contact policy says no: it did not agree, or said STOP. */
export type PayerTextAnswer = { kind: 'texted' } | { kind: 'refused'; refusal: 'NOT_OURS' | 'CANNOT_TEXT' };

/**
 * Texts a bill to another phone of its own account, for whoever has that in hand to pay, within the caller's transaction.
 * The phone serves the account already and may ask for the same link by itself, so it gets an ordinary one. It is asked of
 * the contact policy like any text that comes unasked, and sent once a day for each bill: no household is hurried by us.
 */
export async function textPayer(tx: TxCtx, order: PayerText): Promise<PayerTextAnswer> {
  const { billerId, id: invoiceId, accountId, number: invoiceNumber } = order.invoice;
  const { phoneId } = order;
  const serves = await tx.em.findOne(AccountPhone, { billerId, accountId, phoneId, role: 'other' });
  if (!serves) return { kind: 'refused', refusal: 'NOT_OURS' };
  const { name: brand, timeZone } = await tx.em.findOneOrFail(Biller, { id: billerId });
  const sender = await tx.em.findOneOrFail(Sender, { billerId }, { orderBy: { number: 'asc' } });
  const thread = await openThread(tx, { billerId, phoneId, senderId: sender.id });
  const write = await loadWriter(tx, billerId);
  const answer = await queueText(tx, {
    billerId,
    ...thread,
    purpose: 'service',
    template: 'payer-asked',
    body: write('payer-asked', order.language, { brand, invoiceNumber, link: '{link}' }),
    cause: `payer-asked/${invoiceId}/${phoneId}/${localDate(tx.clock.now(), timeZone)}`,
    invoiceId,
  });
  return answer.kind === 'refused' ? { kind: 'refused', refusal: 'CANNOT_TEXT' } : { kind: 'texted' };
}
