import { Biller } from '@kvitt/db/biller/biller.entity';
import { findOwner } from '@kvitt/db/customer/find-owner';
import { formatMoney } from '@kvitt/domain/locale/format-money';
import { type Currency, money } from '@kvitt/domain/money/money';
import { findThread } from '../conversation/find-thread.ts';
import type { TxCtx } from '../kit/context.ts';
import { loadWriter } from '../message/load-writer.ts';
import { queueText } from '../message/queue-text.ts';

export interface CreditNews {
  billerId: string;
  accountId: string;
  creditId: string;
  amountMinor: number;
  currency: Currency;
  /** `overpaid` asks what is to become of it · `overpayment-returned` it was sent back. */
  template: 'credit-added' | 'overpaid' | 'overpayment-returned';
}

/** Tells a customer of a credit, in the transaction that grants it. */
export async function tellCredit(tx: TxCtx, news: CreditNews): Promise<void> {
  const { billerId, accountId, creditId, template } = news;
  const thread = await findThread(tx, billerId, accountId);
  if (!thread) return;
  const { language } = await findOwner(tx.em, { billerId, accountId });
  const { name: brand } = await tx.em.findOneOrFail(Biller, { id: billerId });
  const write = await loadWriter(tx, billerId);
  const amount = formatMoney(money(news.amountMinor, news.currency), language);
  // What it went to, and what is left, is on the page; a link needs a bill, and there may be none.
  const body = write(template, language, { brand, amount });
  await queueText(tx, {
    billerId,
    ...thread,
    purpose: 'service',
    template,
    body,
    cause: `${template}/${creditId}`,
  });
}
