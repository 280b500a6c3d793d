/**
 * Gives the text as it goes to the carrier: every character that only looks like an ASCII one becomes it, so that
 * one of them does not turn a GSM-7 text into UCS-2 and double its price. `Intl` alone puts U+00A0, U+202F and U+2212
 * into Swedish, Norwegian and German money and dates. Letters, names and emoji stay as they are.
 */
export function normaliseText(text: string): string {
  if (PLAIN.test(text)) return text;
  let plain = text.normalize('NFC');
  for (const [pattern, replacement] of REPLACEMENTS) plain = plain.replace(pattern, replacement);
  // What was invisible may have stood between a letter and its accent, so the letters are composed once more.
  return plain.normalize('NFC');
}

/** What most texts are made of, and nothing below would change: asked first, because every text comes through here. */
const PLAIN = /^[\n -_a-~¿¡£§À-ÿ]*$/;

const REPLACEMENTS: readonly (readonly [pattern: RegExp, replacement: string])[] = [
  // Soft hyphen, zero-width space and non-joiner, word joiner, byte order mark, marks of writing direction.
  [/[\u00AD\u061C\u200B\u200C\u200E\u200F\u202A-\u202E\u2060-\u2064\u2066-\u2069\uFEFF]/g, ''],
  // A zero-width joiner has a use only within an emoji such as a family, where its loss would change the picture.
  [
    /(?<!\p{Extended_Pictographic}[\uFE0F\u{1F3FB}-\u{1F3FF}]?)\u200D|\u200D(?!\p{Extended_Pictographic})/gu,
    '',
  ],
  [/\p{Zs}/gu, ' '],
  [/[\u2028\u2029]/g, '\n'],
  [/[\u2010-\u2015\u2212\uFE58\uFE63\uFF0D]/g, '-'],
  [/[\u2018-\u201B\u2032\u2039\u203A\u00B4\u0060]/g, "'"],
  [/[\u201C-\u201F\u2033\u00AB\u00BB]/g, '"'],
  [/\u2026/g, '...'],
];
