import type { SampleBill } from '@kvitt/domain/document/documents';
import { localeOf } from '@kvitt/domain/locale/language';
import { closeSheet, openSheet } from './kit/open-sheet.ts';
import { figuresOf, paperOf } from './kit/write-figures.ts';
import { writeFacts, writeHeading, writeMasthead, writePanel, writeText } from './kit/write-parts.ts';
import { fill, wordsOf } from './words/document-words.ts';
import { writeFoot } from './words/write-foot.ts';

/**
 * A sample of a bill on paper, made and set as bills are, so that who can open it can open them. Its code stands in its panel
 * and in its words, which screen readers read too. Gives the bytes of a tagged PDF.
 * @param at when it is made
 */
export async function writeSamplePdf(sample: SampleBill, at: Date): Promise<Buffer> {
  const { biller, language, currency, code } = sample;
  const words = wordsOf(language);
  const figures = figuresOf(language, currency);
  const sheet = openSheet({
    lang: localeOf(language),
    title: `${words.sample} · ${biller.name}`,
    brand: biller.name,
    accent: biller.accent,
    paper: paperOf(currency),
    at,
  });
  writeMasthead(sheet, { brand: biller.name, title: words.sample });
  writePanel(sheet, { label: words.amountDue, value: figures.amount(0), note: words.nothingDue });
  writeFacts(sheet, [
    { label: words.customer, value: sample.customerName },
    { label: words.account, value: sample.accountNumber },
    { label: words.issued, value: figures.day(sample.issuedOn) },
    { label: words.due, value: figures.day(sample.dueOn) },
  ]);
  writeHeading(sheet, code);
  writeText(sheet, fill(words.sampleText, { code }));
  return closeSheet(sheet, writeFoot(biller, words));
}
