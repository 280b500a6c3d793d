import type { StatementDocument } from '@kvitt/domain/document/documents';
import { localeOf } from '@kvitt/domain/locale/language';
import { closeSheet, openSheet } from './kit/open-sheet.ts';
import { figuresOf, paperOf } from './kit/write-figures.ts';
import { writeFacts, writeHeading, writeMasthead, writePanel, writeText } from './kit/write-parts.ts';
import { writeTable } from './kit/write-table.ts';
import { fill, wordsOf } from './words/document-words.ts';
import { writeFoot } from './words/write-foot.ts';

/**
 * A statement of account on paper, in its customer's language: what was owed before, each movement with what was owed after it,
 * and what is owed now. Gives the bytes of a tagged PDF.
 * @param at when it is made
 */
export async function writeStatementPdf(document: StatementDocument, at: Date): Promise<Buffer> {
  const { biller, language, statement } = document;
  const { currency, rows, openingMinor, closingMinor } = statement;
  const words = wordsOf(language);
  const figures = figuresOf(language, currency);
  const [from, to] = [statement.from, statement.to].map(figures.day);
  const period = fill(words.period, { from: from ?? '', to: to ?? '' });
  const sheet = openSheet({
    lang: localeOf(language),
    title: `${words.statement} ${document.accountNumber} · ${biller.name}`,
    brand: biller.name,
    accent: biller.accent,
    paper: paperOf(currency),
    at,
  });
  writeMasthead(sheet, { brand: biller.name, title: words.statement });
  writePanel(sheet, {
    label: closingMinor < 0 ? words.inCredit : words.owedNow,
    value: figures.amount(Math.abs(closingMinor)),
    note: period,
  });
  writeFacts(sheet, [
    { label: words.customer, value: document.customerName },
    { label: words.account, value: document.accountNumber },
    { label: words.owedBefore, value: figures.amount(openingMinor) },
  ]);
  writeHeading(sheet, words.happened);
  if (rows.length === 0) writeText(sheet, words.nothingHappened);
  else {
    const right = { align: 'right' } as const;
    writeTable(
      sheet,
      [
        { head: words.day, share: 0.18 },
        { head: words.happened, share: 0.42 },
        { head: words.amount, share: 0.2, ...right },
        { head: words.owedAfter, share: 0.2, ...right },
      ],
      rows.map(({ day, words: said, minor, balanceMinor }) => ({
        cells: [figures.day(day), said, figures.amount(minor), figures.amount(balanceMinor)],
      })),
    );
  }
  return closeSheet(sheet, writeFoot(biller, words));
}
