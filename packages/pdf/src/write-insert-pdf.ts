import type { Letterhead } from '@kvitt/domain/document/documents';
import { type Language, localeOf } from '@kvitt/domain/locale/language';
import { drawCode } from './kit/draw-code.ts';
import { closeSheet, decorate, HAIR, INK, openSheet, type Sheet, SOFT } from './kit/open-sheet.ts';
import { fill, wordsOf } from './words/document-words.ts';
import { INSERT_WORDS } from './words/insert-words.ts';
import { writeFoot } from './words/write-foot.ts';

export interface Insert {
  biller: Letterhead;
  language: Language;
  paper: 'LETTER' | 'A4';
  /** What the code opens. */
  codeAddress: string;
  /** What a person types: short, and without its scheme. */
  typedAddress: string;
}

/** Slips on a page; one fits a long envelope. */
const SLIPS = 3;
/** 44 mm with its border: read from a hand's distance, by old cameras too. */
const CODE = 124;

/**
 * A page of slips to cut and put into the envelope with a paper statement: how to get one's bills by text, a code for the
 * camera, and the same address to type. Gives the bytes of a tagged PDF.
 * @param at when it is made
 */
export async function writeInsertPdf(insert: Insert, at: Date): Promise<Buffer> {
  const { biller, language, paper } = insert;
  const sheet = openSheet({
    lang: localeOf(language),
    title: `${INSERT_WORDS[language].head} · ${biller.name}`,
    brand: biller.name,
    accent: biller.accent,
    paper,
    at,
  });
  const height = (sheet.bottom - 20) / SLIPS;
  for (let slip = 0; slip < SLIPS; slip += 1) {
    const top = 24 + slip * height;
    if (slip > 0) drawCut(sheet, top - 10);
    writeSlip(sheet, insert, { top, height: height - 20 });
  }
  return closeSheet(sheet, writeFoot(biller, wordsOf(language)));
}

function drawCut(sheet: Sheet, y: number): void {
  const { doc } = sheet;
  decorate(sheet, () => {
    doc
      .moveTo(0, y)
      .lineTo(doc.page.width, y)
      .lineWidth(0.75)
      .dash(4, { space: 4 })
      .strokeColor(HAIR)
      .stroke();
  });
}

function writeSlip(sheet: Sheet, insert: Insert, { top, height }: { top: number; height: number }): void {
  const { left, width, accent, doc } = sheet;
  const words = INSERT_WORDS[insert.language];
  const text = { x: left + 18, width: width - CODE - 34 };
  decorate(sheet, () => doc.roundedRect(left, top, 5, height - 10, 2.5).fill(accent));
  let y = put(sheet, 'H1', insert.biller.name, {
    ...text,
    y: top + 4,
    font: 'strong',
    size: Math.max(8.5, fitLine(sheet, insert.biller.name, text.width, 11)),
    color: accent,
  });
  y = put(sheet, 'H2', words.head, { ...text, y: y + 3, font: 'display', size: 19 });
  y = put(sheet, 'P', words.lead, { ...text, y: y + 4, size: 10.5 });
  y += 6;
  for (const [index, step] of words.steps.entries()) {
    const number = `${index + 1}.`;
    y = put(sheet, 'P', step, { x: text.x + 16, width: text.width - 16, y: y + 3, size: 10, hang: number });
  }
  const typed = `${words.typed}  ${insert.typedAddress}`;
  const size = fitLine(sheet, typed, text.width, 13);
  y = put(sheet, 'P', typed, { ...text, y: y + 10, font: 'strong', size });
  put(sheet, 'P', words.terms, { ...text, y: y + 8, size: 8.5, color: SOFT });
  const alt = fill(words.code, { address: insert.typedAddress });
  drawCode(sheet, insert.codeAddress, { x: left + width - CODE, y: top, size: CODE, alt });
}

interface Line {
  x: number;
  y: number;
  width: number;
  size: number;
  font?: 'text' | 'strong' | 'display';
  color?: string;
  /** What stands before the line, in the margin of its paragraph. */
  hang?: string;
}

/** The size at which an address stays on one line: broken in two, it cannot be typed. */
function fitLine({ doc }: Sheet, words: string, width: number, most: number): number {
  doc.font('strong').fontSize(most);
  return Math.min(most, (most * width) / (doc.widthOfString(words) + 1));
}

/** Writes a line or more at its place, with its tag; gives where it ends. */
function put(sheet: Sheet, tag: 'H1' | 'H2' | 'P', words: string, line: Line): number {
  const { doc, root } = sheet;
  const { x, y, width, size, font = 'text', color = INK, hang } = line;
  root.add(
    doc.struct(tag, {}, () => {
      doc.font(font).fontSize(size).fillColor(color);
      if (hang) doc.text(hang, x - 16, y, { width: 16, lineBreak: false });
      doc.text(words, x, y, { width, lineGap: 1.5 });
    }),
  );
  return doc.y;
}
