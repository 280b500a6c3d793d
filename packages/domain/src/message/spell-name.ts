import { GSM_UNITS } from './gsm-alphabet.ts';

/**
 * A name in the letters of the GSM alphabet, as its owner would spell it on a plain keyboard: "Zoë" as "Zoe", "Łukasz" as
 * "Lukasz". Letters that the alphabet has stay (Müller, Åsa, Núñez as "Nuñez"), and so do those of other scripts, which
 * have no plain spelling that everybody agrees on.
 */
export function spellName(name: string): string {
  let spelt = '';
  for (const letter of name.normalize('NFC')) spelt += GSM_UNITS.has(letter) ? letter : plainOf(letter);
  return spelt;
}

/** The letters of a text that the GSM alphabet lacks, each once: one of them is enough to double the price. */
export function costlyLetters(text: string): string[] {
  return [...new Set([...text].filter((letter) => !GSM_UNITS.has(letter)))];
}

function plainOf(letter: string): string {
  const known = PLAIN[letter];
  if (known !== undefined) return known;
  const [base = '', ...rest] = letter.normalize('NFD');
  const isAccented = rest.length > 0 && rest.every((mark) => /\p{Mn}/u.test(mark));
  return isAccented && GSM_UNITS.has(base) ? base : letter;
}

/** Letters that Unicode does not take apart, as passports write them (ICAO Doc 9303, part 3, section 6). */
const PLAIN: Record<string, string> = {
  Ł: 'L',
  ł: 'l',
  Đ: 'D',
  đ: 'd',
  Ð: 'D',
  ð: 'd',
  Þ: 'TH',
  þ: 'th',
  Œ: 'OE',
  œ: 'oe',
  ı: 'i',
  Ħ: 'H',
  ħ: 'h',
  Ŋ: 'N',
  ŋ: 'n',
  Ŧ: 'T',
  ŧ: 't',
  ẞ: 'SS',
  '’': "'",
};
