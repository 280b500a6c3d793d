/**
 * Whether a postal code that was typed is the one on file: case, spaces and dashes aside, and of an American one with its
 * four digits more the first five decide, which is what most people know.
 */
export function isSamePostalCode(given: string, onFile: string): boolean {
  const [left, right] = [given, onFile].map((code) => code.toUpperCase().replace(/[^\p{L}\p{N}]/gu, ''));
  if (!left || !right) return false;
  const zip = /^(\d{5})(\d{4})?$/;
  const [leftZip, rightZip] = [zip.exec(left)?.[1], zip.exec(right)?.[1]];
  return leftZip && rightZip ? leftZip === rightZip : left === right;
}
