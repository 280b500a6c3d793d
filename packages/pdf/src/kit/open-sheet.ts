import { fileURLToPath } from 'node:url';
import { correctAccent } from '@kvitt/ui/accent/correct-accent.ts';
import PDFDocument from 'pdfkit';

/** What every document of a biller's carries. */
export interface SheetHead {
  /** BCP 47, for whoever reads it aloud. */
  lang: string;
  title: string;
  brand: string;
  /** `#rrggbb`, the biller's own; it is darkened where it could not be read. */
  accent: string;
  paper: 'LETTER' | 'A4';
  /** When it was made; it stands in the file, and nowhere on it. */
  at: Date;
}

/** A document that is being written from top to bottom, with its tags. */
export interface Sheet {
  doc: PDFKit.PDFDocument;
  root: PDFKit.PDFStructureElement;
  /** The biller's colour, readable on white. */
  accent: string;
  left: number;
  width: number;
  /** Below this nothing but the foot is written. */
  bottom: number;
}

/** Ink, and ink for what matters less: 12.6:1 and 5.7:1 on white. */
export const INK = '#1c2326';
export const SOFT = '#5c676c';
export const HAIR = '#d9dedc';
export const TINT = '#f4f6f5';

export const MARGIN = 56;

/** How much of a page's end belongs to the foot. */
const FOOT = 56;

const font = (weight: string) =>
  fileURLToPath(import.meta.resolve(`@expo-google-fonts/inter/${weight}/Inter_${weight}.ttf`));

/** Opens a tagged document (PDF/UA) with the typeface embedded: the letters of every language that we write. */
export function openSheet({ lang, title, brand, accent, paper, at }: SheetHead): Sheet {
  const doc = new PDFDocument({
    size: paper,
    margins: { top: MARGIN, left: MARGIN, right: MARGIN, bottom: 0 },
    pdfVersion: '1.7',
    // The library's types know the archive's subsets only.
    subset: 'PDF/UA' as NonNullable<PDFKit.PDFDocumentOptions['subset']>,
    tagged: true,
    lang,
    displayTitle: true,
    bufferPages: true,
    info: { Title: title, Author: brand, Creator: 'Kvitt', Producer: 'Kvitt', CreationDate: at, ModDate: at },
  });
  doc.registerFont('text', font('400Regular'));
  doc.registerFont('strong', font('600SemiBold'));
  doc.registerFont('display', font('700Bold'));
  doc.font('text').fontSize(10).fillColor(INK);
  const root = doc.struct('Document');
  doc.addStructure(root);
  return {
    doc,
    root,
    accent: correctAccent(accent, 'light').accent,
    left: MARGIN,
    width: doc.page.width - 2 * MARGIN,
    bottom: doc.page.height - FOOT,
  };
}

/** Begins a new page where so many points do not fit any more; says whether it did. */
export function makeRoom({ doc, bottom }: Sheet, points: number): boolean {
  if (doc.y + points <= bottom) return false;
  doc.addPage();
  doc.y = MARGIN;
  return true;
}

/** Draws what is no content, so that nobody reads it aloud. */
export function decorate({ doc }: Sheet, draw: () => void): void {
  doc.markContent('Artifact', { type: 'Layout' });
  doc.save();
  draw();
  doc.restore();
  doc.endMarkedContent();
}

/** Writes the foot of every page, ends the document and gives its bytes. */
export async function closeSheet(
  sheet: Sheet,
  foot: { text: string; page(number: number, of: number): string },
): Promise<Buffer> {
  const { doc, root, left, width, bottom } = sheet;
  root.end();
  const { count } = doc.bufferedPageRange();
  for (let index = 0; index < count; index += 1) {
    doc.switchToPage(index);
    doc.markContent('Artifact', { type: 'Pagination' });
    doc
      .moveTo(left, bottom + 10)
      .lineTo(left + width, bottom + 10)
      .lineWidth(0.5)
      .strokeColor(HAIR)
      .stroke();
    doc.font('text').fontSize(8).fillColor(SOFT);
    doc.text(foot.text, left, bottom + 20, { width: width - 90, lineBreak: false });
    if (count > 1) {
      doc.text(foot.page(index + 1, count), left + width - 90, bottom + 20, {
        width: 90,
        align: 'right',
        lineBreak: false,
      });
    }
    doc.endMarkedContent();
  }
  const chunks: Buffer[] = [];
  const done = new Promise<Buffer>((resolve, reject) => {
    doc.on('data', (chunk: Buffer) => chunks.push(chunk));
    doc.on('end', () => resolve(Buffer.concat(chunks)));
    doc.on('error', reject);
  });
  doc.end();
  return done;
}
