import { GSM_UNITS } from './gsm-alphabet.ts';

export type Encoding = 'GSM-7' | 'UCS-2';

/**
 * Cuts a text into the parts that a handset receives; put together they are the text again. Takes the text as it
 * stands: normalise it before, not here, or the parts would not be what the carrier counts.
 *
 * A part carries 140 octets: 160 septets or 70 UCS-2 units. Where there is more than one part, each gives six octets to
 * the header that joins them, which leaves 153 septets or 67 units. A character is never cut in two: TS 23.040,
 * 9.2.3.24.1, forbids it for an escape pair and for a UCS-2 unit. Surrogate pairs are younger than that text; gateways
 * and handsets keep them whole as well, because a handset that decodes part by part shows two broken signs otherwise.
 * So a part may end one unit short. What several code points draw together (a family, a flag) may be cut between them:
 * the handset joins the parts before it draws.
 */
export function splitSegments(text: string): string[] {
  const encoding = readEncoding(text);
  const limits = LIMITS[encoding];
  const characters = [...text];
  if (countUnits(characters, encoding) <= limits.single) return text === '' ? [] : [text];

  const parts: string[] = [];
  let part = '';
  let used = 0;
  for (const character of characters) {
    const units = unitsOf(character, encoding);
    if (used + units > limits.joined) {
      parts.push(part);
      part = '';
      used = 0;
    }
    part += character;
    used += units;
  }
  return [...parts, part];
}

/** GSM-7 where its alphabet has every character of the text, else UCS-2 for the whole text. */
export function readEncoding(text: string): Encoding {
  for (const character of text) if (!GSM_UNITS.has(character)) return 'UCS-2';
  return 'GSM-7';
}

export function countUnits(characters: Iterable<string>, encoding: Encoding): number {
  let units = 0;
  for (const character of characters) units += unitsOf(character, encoding);
  return units;
}

const LIMITS: Record<Encoding, { single: number; joined: number }> = {
  'GSM-7': { single: 160, joined: 153 },
  'UCS-2': { single: 70, joined: 67 },
};

function unitsOf(character: string, encoding: Encoding): number {
  return encoding === 'GSM-7' ? (GSM_UNITS.get(character) ?? 1) : character.length;
}
