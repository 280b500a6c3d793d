const gsmBasic =
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?' +
  '¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà';
const gsmEscaped = '\f^{}\\[~]|€';

const basic = new Set(gsmBasic);
const escaped = new Set(gsmEscaped);

export interface UnitCount {
  encoding: 'gsm-7' | 'ucs-2';
  /** Septets in GSM-7 (an escaped character takes two), 16-bit units in UCS-2. */
  length: number;
  /** Parts that the carrier bills. */
  units: number;
  /** The text as it is cut. */
  parts: string[];
}

/**
 * How many SMS a text is, by 3GPP 23.038 and 23.040: 160 septets or 70 UCS-2 units alone, 153 or 67 in each part of a
 * longer one, because every part then carries a 6-byte header. What belongs together is never cut: neither an escape
 * septet from its character, nor the two halves of a surrogate pair, so a part may end one short.
 */
export function countUnits(text: string): UnitCount {
  const characters = [...text];
  const isGsm = characters.every((character) => basic.has(character) || escaped.has(character));
  const cost = isGsm ? (character: string) => (escaped.has(character) ? 2 : 1) : (c: string) => c.length;
  const length = characters.reduce((sum, character) => sum + cost(character), 0);
  const encoding = isGsm ? 'gsm-7' : 'ucs-2';
  if (length <= (isGsm ? 160 : 70)) return { encoding, length, units: 1, parts: [text] };
  const parts = cut(characters, cost, isGsm ? 153 : 67);
  return { encoding, length, units: parts.length, parts };
}

function cut(characters: string[], cost: (character: string) => number, room: number): string[] {
  const parts: string[] = [];
  let part = '';
  let used = 0;
  for (const character of characters) {
    if (used + cost(character) > room) {
      parts.push(part);
      part = '';
      used = 0;
    }
    part += character;
    used += cost(character);
  }
  return [...parts, part];
}
