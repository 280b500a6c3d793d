import { decorate, HAIR, INK, MARGIN, makeRoom, type Sheet } from './open-sheet.ts';
import { EVEN, setStyle } from './write-parts.ts';

export interface Column {
  head: string;
  /** A share of the width; they come to 1. */
  share: number;
  align?: 'right';
}

/**
 * A table with its head, which is said again on every page that it goes on over. A row's last cells may be strong.
 * @param rows each with as many cells as there are columns
 */
export function writeTable(
  sheet: Sheet,
  columns: readonly Column[],
  rows: readonly { cells: readonly string[]; isStrong?: boolean }[],
): void {
  const { doc, root } = sheet;
  const table = doc.struct('Table');
  root.add(table);
  makeRoom(sheet, 60);
  writeRow(sheet, table, columns, { cells: columns.map(({ head }) => head), isHead: true });
  for (const row of rows) {
    if (makeRoom(sheet, rowHeight(sheet, columns, row))) {
      writeRow(sheet, table, columns, { cells: columns.map(({ head }) => head), isHead: true });
    }
    writeRow(sheet, table, columns, row);
  }
  table.end();
  doc.y += 6;
}

interface Row {
  cells: readonly string[];
  isStrong?: boolean;
  isHead?: boolean;
}

const PAD = 6;

function rowHeight(sheet: Sheet, columns: readonly Column[], { cells, isHead, isStrong }: Row): number {
  const { doc, width } = sheet;
  setStyle(sheet, isHead ? 'label' : isStrong ? 'strong' : 'text');
  const heights = columns.map(({ share }, index) =>
    doc.heightOfString(cells[index] || ' ', { width: share * width - 10 }),
  );
  return Math.min(Math.max(...heights) + 2 * PAD, sheet.bottom - MARGIN - 40);
}

function writeRow(
  sheet: Sheet,
  table: PDFKit.PDFStructureElement,
  columns: readonly Column[],
  row: Row,
): void {
  const { doc, left, width } = sheet;
  const height = rowHeight(sheet, columns, row);
  const top = doc.y;
  const tr = doc.struct('TR');
  table.add(tr);
  let x = left;
  for (const [index, { share, align }] of columns.entries()) {
    const cellWidth = share * width;
    const options = {
      width: cellWidth - 10,
      align: align ?? 'left',
      height: height - PAD,
      ...(align && EVEN),
    } as const;
    const at = align === 'right' ? x + 10 : x;
    tr.add(
      doc.struct(row.isHead ? 'TH' : 'TD', {}, () => {
        setStyle(sheet, row.isHead ? 'label' : row.isStrong ? 'strong' : 'text');
        doc.text(row.cells[index] || '\u00a0', at, top + PAD, options);
      }),
    );
    x += cellWidth;
  }
  tr.end();
  decorate(sheet, () => {
    doc
      .moveTo(left, top + height)
      .lineTo(left + width, top + height)
      .lineWidth(row.isHead ? 1 : 0.5);
    doc.strokeColor(row.isHead ? INK : HAIR).stroke();
  });
  doc.y = top + height;
}
