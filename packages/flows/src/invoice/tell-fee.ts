import type { Invoice } from '@kvitt/domain/invoice/invoice';
import { formatDueDate } from '@kvitt/domain/locale/format-due-date';
import { formatMoney } from '@kvitt/domain/locale/format-money';
import { money } from '@kvitt/domain/money/money';
import type { TxCtx } from '../kit/context.ts';
import { type Addressee, findAddressee } from '../message/find-addressee.ts';
import { queueText } from '../message/queue-text.ts';

/** A bill that something was added to, as far as a text about that names it. */
export type DearerBill = Pick<Invoice, 'billerId' | 'id' | 'accountId' | 'number' | 'dueOn' | 'currency'>;

/** What was added to a bill; minor units. */
export interface Added {
  /** The adjustment that the text is about. */
  id: string;
  /** The late fee, or 0. */
  feeMinor: number;
  /** The interest, where there is any. */
  interestMinor?: number;
  /** All that is due on the bill now, with both. */
  dueMinor: number;
  /** The text whose amount was not true any more when it was its turn: this one stands in for it. */
  insteadOf?: string | undefined;
}

/**
 * Tells the customer of a late fee or of interest, in the transaction that charges it: once for each adjustment, and once
 * more in place of a text that was overtaken. Who gets no texts sees it on the bill.
 */
export async function tellFee(tx: TxCtx, bill: DearerBill, added: Added): Promise<void> {
  const { billerId, accountId } = bill;
  const to = await findAddressee(tx, { billerId, accountId });
  if (!to) return;
  const { template, body } = write(to, bill, added);
  await queueText(tx, {
    billerId,
    ...to.thread,
    purpose: 'service',
    template,
    body,
    cause: `${template}/${added.id}${added.insteadOf ? `/${added.insteadOf}` : ''}`,
    invoiceId: bill.id,
    statedMinor: added.dueMinor,
  });
}

function write(to: Addressee, bill: DearerBill, added: Added): { template: string; body: string } {
  const { language, accountNumber } = to;
  const spell = (minor: number) => formatMoney(money(minor, bill.currency), language);
  const vars = {
    ...to.vars,
    amount: spell(added.dueMinor),
    invoiceNumber: bill.number,
    dueDate: formatDueDate(bill.dueOn, language),
    link: '{link}',
  };
  const fee = spell(added.feeMinor);
  if (added.interestMinor === undefined) {
    return { template: 'fee-added', body: to.write('fee-added', language, { ...vars, fee }, accountNumber) };
  }
  const both = { ...vars, interest: spell(added.interestMinor), ...(added.feeMinor > 0 && { fee }) };
  return { template: 'interest-added', body: to.write('interest-added', language, both, accountNumber) };
}
