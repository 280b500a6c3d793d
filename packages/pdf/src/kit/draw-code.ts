import qrcode from 'qrcode';
import type { Sheet } from './open-sheet.ts';

/** A QR code needs so many modules of white around it (ISO/IEC 18004, section 9.1). */
const QUIET = 4;

/**
 * Draws an address as a QR code, vectors and no picture, with words for who cannot see it; level M still reads with a
 * seventh of it soiled. Its white border is within `size`.
 */
export function drawCode(
  { doc, root }: Sheet,
  address: string,
  at: { x: number; y: number; size: number; alt: string },
): void {
  const { modules } = qrcode.create(address, { errorCorrectionLevel: 'M' });
  const step = at.size / (modules.size + 2 * QUIET);
  root.add(
    doc.struct('Figure', { alt: at.alt }, () => {
      doc.rect(at.x, at.y, at.size, at.size).fill('#ffffff');
      for (let row = 0; row < modules.size; row += 1) {
        for (let column = 0; column < modules.size; column += 1) {
          if (!modules.get(row, column)) continue;
          doc.rect(at.x + (QUIET + column) * step, at.y + (QUIET + row) * step, step, step);
        }
      }
      doc.fill('#000000');
    }),
  );
}
