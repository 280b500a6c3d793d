import type { BillDocument } from '@kvitt/domain/document/documents';
import { sumTaxes } from '@kvitt/domain/invoice/price-lines';
import { localeOf } from '@kvitt/domain/locale/language';
import { closeSheet, openSheet, type Sheet } from './kit/open-sheet.ts';
import { type Figures, figuresOf, paperOf } from './kit/write-figures.ts';
import {
  writeFacts,
  writeHeading,
  writeMasthead,
  writePanel,
  writeSums,
  writeText,
} from './kit/write-parts.ts';
import { writeTable } from './kit/write-table.ts';
import { fill, wordsOf } from './words/document-words.ts';
import type { DocumentWords } from './words/words.ts';
import { writeFoot } from './words/write-foot.ts';

/**
 * A bill on paper, in its customer's language: what is due, what it is for line by line with its tax, and what happened
 * since it was issued. Gives the bytes of a tagged PDF.
 * @param at when it is made
 */
export async function writeBillPdf(bill: BillDocument, at: Date): Promise<Buffer> {
  const words = wordsOf(bill.language);
  const figures = figuresOf(bill.language, bill.currency);
  const { name: brand, accent } = bill.biller;
  const sheet = openSheet({
    lang: localeOf(bill.language),
    title: `${words.bill} ${bill.number} · ${brand}`,
    brand,
    accent,
    paper: paperOf(bill.currency),
    at,
  });
  writeMasthead(sheet, { brand, title: words.bill });
  writePanel(sheet, panelOf(bill, words, figures, at));
  writeFacts(sheet, factsOf(bill, words, figures));
  writeLines(sheet, bill, words, figures);
  writeChanges(sheet, bill, words, figures);
  if (bill.dueMinor > 0) {
    writeHeading(sheet, words.howToPay);
    writeText(sheet, words.howToPayText);
  }
  return closeSheet(sheet, writeFoot(bill.biller, words));
}

function panelOf(bill: BillDocument, words: DocumentWords, figures: Figures, at: Date) {
  const { dueMinor, dueOn, discountUntil } = bill;
  const value = figures.amount(Math.max(0, dueMinor));
  if (dueMinor <= 0) return { label: words.amountDue, value, note: words.nothingDue };
  const isLate = dueOn < at.toISOString().slice(0, 10);
  const when = fill(isLate ? words.wasDue : words.payBy, { date: figures.day(dueOn) });
  const early = discountUntil ? fill(words.earlyNote, { date: figures.day(discountUntil) }) : undefined;
  return { label: words.amountDue, value, note: early ? `${when} · ${early}` : when };
}

function factsOf(bill: BillDocument, words: DocumentWords, figures: Figures) {
  return [
    { label: words.customer, value: bill.customerName },
    { label: words.account, value: bill.accountNumber },
    { label: words.number, value: bill.number },
    { label: words.issued, value: figures.day(bill.issuedOn) },
    { label: words.due, value: figures.day(bill.dueOn) },
    ...(bill.replaces ? [{ label: words.replaces, value: bill.replaces }] : []),
  ];
}

function writeLines(sheet: Sheet, bill: BillDocument, words: DocumentWords, figures: Figures): void {
  const { lines, totalMinor, description } = bill;
  writeHeading(sheet, lines.length === 0 ? words.what : description);
  if (lines.length === 0) {
    const columns = [
      { head: words.what, share: 0.75 },
      { head: words.amount, share: 0.25, align: 'right' as const },
    ];
    writeTable(sheet, columns, [{ cells: [description, figures.amount(totalMinor)] }]);
  } else {
    const right = { align: 'right' } as const;
    const columns = [
      { head: words.what, share: 0.42 },
      { head: words.quantity, share: 0.13, ...right },
      { head: words.price, share: 0.17, ...right },
      { head: words.tax, share: 0.11, ...right },
      { head: words.amount, share: 0.17, ...right },
    ];
    const rows = lines.map((line) => ({
      cells: [
        line.description,
        figures.quantity(line.quantityMilli),
        figures.price(line.unitMilli),
        figures.rate(line.taxRateMilli),
        figures.amount(line.netMinor),
      ],
    }));
    writeTable(sheet, columns, rows);
  }
  const taxes = sumTaxes(lines).filter(({ taxRateMilli }) => taxRateMilli > 0);
  const net = lines.reduce((sum, { netMinor }) => sum + netMinor, 0);
  writeSums(sheet, [
    ...(taxes.length > 0 ? [{ label: words.beforeTax, value: figures.amount(net) }] : []),
    ...taxes.map(({ taxRateMilli, netMinor, taxMinor }) => ({
      label: fill(words.taxAt, { rate: figures.rate(taxRateMilli), net: figures.amount(netMinor) }),
      value: figures.amount(taxMinor),
    })),
    { label: words.total, value: figures.amount(totalMinor), isStrong: true },
  ]);
}

function writeChanges(sheet: Sheet, bill: BillDocument, words: DocumentWords, figures: Figures): void {
  if (bill.changes.length === 0) return;
  writeHeading(sheet, words.since);
  const columns = [
    { head: words.day, share: 0.25 },
    { head: words.what, share: 0.5 },
    { head: words.amount, share: 0.25, align: 'right' as const },
  ];
  const rows = bill.changes.map(({ on, kind, minor }) => ({
    cells: [figures.day(on), words.changes[kind], figures.amount(minor)],
  }));
  writeTable(sheet, columns, rows);
  writeSums(sheet, [
    { label: words.left, value: figures.amount(Math.max(0, bill.dueMinor)), isStrong: true },
  ]);
}
