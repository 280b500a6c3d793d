import type { RecordDocument } from '@kvitt/domain/document/record-document';
import { closeSheet, openSheet } from './kit/open-sheet.ts';
import { writeFacts, writeHeading, writeMasthead, writePanel, writeText } from './kit/write-parts.ts';
import { writeTable } from './kit/write-table.ts';
import { wordsOf } from './words/document-words.ts';
import { writeFoot } from './words/write-foot.ts';

/** What is on record, laid out on paper part by part. Gives the bytes of a tagged PDF. */
export async function writeRecordPdf(record: RecordDocument, at: Date): Promise<Buffer> {
  const { biller, title, paper, panel, facts, parts } = record;
  const words = wordsOf('en');
  const sheet = openSheet({
    lang: 'en-US',
    title: `${title} · ${biller.name}`,
    brand: biller.name,
    accent: biller.accent,
    paper,
    at,
  });
  writeMasthead(sheet, { brand: biller.name, title });
  writePanel(sheet, panel);
  writeFacts(sheet, facts);
  for (const { heading, note, columns, rows } of parts) {
    writeHeading(sheet, heading);
    if (note) writeText(sheet, note);
    if (columns && rows && rows.length > 0)
      writeTable(
        sheet,
        columns,
        rows.map((cells) => ({ cells })),
      );
  }
  return closeSheet(sheet, writeFoot(biller, words));
}
