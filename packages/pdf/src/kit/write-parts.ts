import { decorate, HAIR, INK, makeRoom, type Sheet, SOFT, TINT } from './open-sheet.ts';

interface Style {
  font: 'text' | 'strong' | 'display';
  size: number;
  color: string;
}

const STYLES = {
  title: { font: 'display', size: 24, color: INK },
  amount: { font: 'display', size: 26, color: INK },
  heading: { font: 'strong', size: 12, color: INK },
  text: { font: 'text', size: 10, color: INK },
  strong: { font: 'strong', size: 10, color: INK },
  soft: { font: 'text', size: 9, color: SOFT },
  label: { font: 'strong', size: 8.5, color: SOFT },
} as const satisfies Record<string, Style>;

/** Figures of one width, so that amounts under each other line up, and no comma slips under a seven. */
export const EVEN: { features: PDFKit.Mixins.OpenTypeFeatures[] } = { features: ['tnum'] };

type StyleName = keyof typeof STYLES;

/** The band in the biller's colour, its name, and what kind of document this is. */
export function writeMasthead(sheet: Sheet, head: { brand: string; title: string }): void {
  const { doc, root, left, width, accent } = sheet;
  decorate(sheet, () => doc.rect(0, 0, doc.page.width, 8).fill(accent));
  root.add(
    doc.struct('P', {}, () => {
      doc.font('display').fontSize(14).fillColor(accent);
      doc.text(head.brand, left, 38, { width });
    }),
  );
  doc.y += 12;
  tell(sheet, 'H1', 'title', head.title);
  doc.y += 10;
}

/** A heading of a part, with air above it; it never stands alone at a page's end. */
export function writeHeading(sheet: Sheet, text: string): void {
  makeRoom(sheet, 70);
  sheet.doc.y += 14;
  tell(sheet, 'H2', 'heading', text);
  sheet.doc.y += 6;
}

/** A paragraph as wide as the page; a long one goes on over the next. */
export function writeText(sheet: Sheet, text: string, style: StyleName = 'text'): void {
  const { doc, width } = sheet;
  setStyle(sheet, style);
  const paragraphs = text.split('\n');
  for (const paragraph of paragraphs) {
    for (const piece of cutToPages(paragraph)) {
      setStyle(sheet, style);
      makeRoom(sheet, doc.heightOfString(piece, { width, lineGap: 2 }));
      tell(sheet, 'P', style, piece);
    }
  }
  doc.y += 4;
}

/** Longer than this is cut between words: no piece is ever higher than a page. */
const PIECE = 2_000;

function cutToPages(text: string): string[] {
  const pieces: string[] = [];
  for (let rest = text; rest.length > 0; ) {
    if (rest.length <= PIECE) {
      pieces.push(rest);
      break;
    }
    const cut = rest.lastIndexOf(' ', PIECE);
    const at = cut > 0 ? cut : PIECE;
    pieces.push(rest.slice(0, at));
    rest = rest.slice(at).trimStart();
  }
  return pieces;
}

/** Labels over their values, in so many columns side by side. */
export function writeFacts(
  sheet: Sheet,
  facts: readonly { label: string; value: string }[],
  columns = 3,
): void {
  const { doc, left, width } = sheet;
  const each = width / columns;
  for (let from = 0; from < facts.length; from += columns) {
    const row = facts.slice(from, from + columns);
    setStyle(sheet, 'text');
    const heights = row.map(({ value }) => doc.heightOfString(value, { width: each - 14 }));
    const height = 14 + Math.max(...heights) + 12;
    makeRoom(sheet, height);
    const top = doc.y;
    for (const [index, { label, value }] of row.entries()) {
      const x = left + index * each;
      put(sheet, 'label', label, { x, y: top, width: each - 14 });
      put(sheet, 'text', value, { x, y: top + 13, width: each - 14, ...EVEN });
    }
    doc.y = top + height;
  }
}

/** What matters most, large on a tint: an amount, and what it is. */
export function writePanel(sheet: Sheet, panel: { label: string; value: string; note?: string }): void {
  const { doc, left, width, accent } = sheet;
  const height = panel.note ? 92 : 76;
  makeRoom(sheet, height + 12);
  const top = doc.y;
  decorate(sheet, () => {
    doc.roundedRect(left, top, width, height, 6).fill(TINT);
    doc.roundedRect(left, top, 4, height, 2).fill(accent);
  });
  const inside = { x: left + 22, width: width - 40, lineBreak: false };
  put(sheet, 'label', panel.label, { ...inside, y: top + 15 });
  put(sheet, 'amount', panel.value, { ...inside, y: top + 30, ...EVEN });
  if (panel.note) put(sheet, 'soft', panel.note, { ...inside, y: top + 68, ...EVEN });
  doc.y = top + height + 14;
}

/** Amounts under each other at the right: what a bill comes to. */
export function writeSums(
  sheet: Sheet,
  sums: readonly { label: string; value: string; isStrong?: boolean }[],
): void {
  const { doc, left, width } = sheet;
  makeRoom(sheet, Math.min(sums.length * 17 + 10, 300));
  const x = left + width * 0.45;
  const wide = width * 0.55;
  for (const { label, value, isStrong } of sums) {
    makeRoom(sheet, 20);
    const top = doc.y;
    const style = isStrong ? 'strong' : 'text';
    if (isStrong) rule(sheet, x, top);
    const line = { y: top + 3, lineBreak: false };
    put(sheet, style, label, { ...line, x, width: wide * 0.64 });
    put(sheet, style, value, { ...line, x: x + wide * 0.64, width: wide * 0.36, align: 'right', ...EVEN });
    doc.y = top + 18;
  }
}

/** What stands above it comes to what stands below. */
function rule(sheet: Sheet, x: number, y: number): void {
  const { doc, left, width } = sheet;
  decorate(sheet, () => {
    doc
      .moveTo(x, y)
      .lineTo(left + width, y)
      .lineWidth(0.5)
      .strokeColor(HAIR)
      .stroke();
  });
}

/** One piece of text at its place, with a tag of its own: what is said apart is read apart. */
function put(
  sheet: Sheet,
  style: StyleName,
  text: string,
  at: { x: number; y: number; width: number; align?: 'right'; lineBreak?: boolean } & Partial<typeof EVEN>,
): void {
  const { doc, root } = sheet;
  const { x, y, ...options } = at;
  root.add(
    doc.struct('P', {}, () => {
      setStyle(sheet, style);
      doc.text(text, x, y, options);
    }),
  );
}

function tell(sheet: Sheet, tag: 'H1' | 'H2' | 'P', style: StyleName, text: string): void {
  const { doc, root, left, width } = sheet;
  root.add(
    doc.struct(tag, {}, () => {
      setStyle(sheet, style);
      doc.text(text, left, doc.y, { width, lineGap: 2 });
    }),
  );
}

export function setStyle({ doc }: Sheet, style: StyleName): void {
  const { font, size, color } = STYLES[style];
  doc.font(font).fontSize(size).fillColor(color);
}
