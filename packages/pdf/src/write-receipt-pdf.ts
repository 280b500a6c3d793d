import type { ReceiptDocument } from '@kvitt/domain/document/documents';
import { localeOf } from '@kvitt/domain/locale/language';
import { closeSheet, openSheet } from './kit/open-sheet.ts';
import { figuresOf, paperOf } from './kit/write-figures.ts';
import { writeFacts, writeHeading, writeMasthead, writePanel, writeText } from './kit/write-parts.ts';
import { writeTable } from './kit/write-table.ts';
import { wordsOf } from './words/document-words.ts';
import { writeFoot } from './words/write-foot.ts';

/**
 * A receipt on paper, in its customer's language: who was paid, when, how much, with which card (its last four figures and
 * no expiry, 15 USC 1681c(g)), for which bills, and what is left on them. Gives the bytes of a tagged PDF.
 * @param at when it is made
 */
export async function writeReceiptPdf(receipt: ReceiptDocument, at: Date): Promise<Buffer> {
  const { language, currency, reference, biller } = receipt;
  const words = wordsOf(language);
  const figures = figuresOf(language, currency);
  const sheet = openSheet({
    lang: localeOf(language),
    title: `${words.receipt} ${reference} · ${biller.name}`,
    brand: biller.name,
    accent: biller.accent,
    paper: paperOf(currency),
    at,
  });
  const paidAt = figures.instant(receipt.paidAt, receipt.timeZone);
  writeMasthead(sheet, { brand: biller.name, title: words.receipt });
  writePanel(sheet, { label: words.paid, value: figures.amount(receipt.amountMinor), note: paidAt });
  writeFacts(sheet, [
    { label: words.customer, value: receipt.customerName },
    { label: words.account, value: receipt.accountNumber },
    { label: words.reference, value: reference },
    { label: words.paidOn, value: paidAt },
    ...(receipt.card ? [{ label: words.card, value: receipt.card }] : []),
    ...(receipt.feeMinor > 0 ? [{ label: words.cardFee, value: figures.amount(receipt.feeMinor) }] : []),
    ...(receipt.givenBackMinor > 0
      ? [{ label: words.givenBack, value: figures.amount(receipt.givenBackMinor) }]
      : []),
  ]);
  writeHeading(sheet, words.billsPaid);
  const right = { align: 'right' } as const;
  writeTable(
    sheet,
    [
      { head: words.number, share: 0.44 },
      { head: words.paid, share: 0.28, ...right },
      { head: words.leftOnBill, share: 0.28, ...right },
    ],
    receipt.bills.map(({ number, amountMinor, remainingMinor }) => ({
      cells: [number, figures.amount(amountMinor), figures.amount(Math.max(0, remainingMinor))],
    })),
  );
  sheet.doc.y += 10;
  writeText(sheet, `${words.thanks} ${words.refunds}`);
  return closeSheet(sheet, writeFoot(biller, words));
}
