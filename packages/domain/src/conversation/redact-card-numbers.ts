export interface RedactedText {
  /** The text with `[REDACTED-PAN ..4242]` in place of every card number and of the expiry and code behind it. */
  text: string;
  found: { last4: string }[];
}

/** What stands in the place of a card number begins so; a text that was redacted before is known again by it. */
export const REDACTED_MARK = '[REDACTED-PAN';

/**
 * Takes card numbers out of a text before anything keeps it (PCI DSS 3.3 and 3.5). A number may be split by spaces,
 * dashes or dots and glued to an expiry, so windows of the lengths that a brand issues are tried at the start of every
 * group of digits, and only what passes the check digit is taken out. One in ten other numbers of the same length and
 * first digits passes it too: losing such a number is the smaller harm.
 */
export function redactCardNumbers(text: string): RedactedText {
  const found: { last4: string }[] = [];
  const redacted = text.replace(DIGIT_RUN, (run, offset: number) => {
    const before = text.slice(Math.max(0, offset - 1), offset);
    return redactRun(run, before === '+', found);
  });
  if (found.length === 0) return { text, found };
  return { text: redacted.replace(EXPIRY_AND_CODE, '$1'), found };
}

/** Spaces, dashes, dots, commas, slashes and what cannot be seen, as people put them between groups. */
const GAP = '[\\s\\u00AD\\u200B-\\u200D\\u2060\\uFEFF.,_/\\\\\\-\\u2010-\\u2015\\u2212]';
const DIGIT_RUN = new RegExp(`\\p{Nd}(?:${GAP}{0,3}\\p{Nd}){11,}`, 'gu');

/** "exp 12/29", "cvv 123", bare "12/29 123": a security code may never be kept, not even encrypted (PCI DSS 3.3.1). */
const LABEL =
  '(?:[\\s:;,.#/-]|\\b(?:exp|expiry|expires|expiration|valid|thru|until|cvv2?|cvc2?|cid|csc|code|security|and|date|is)\\b){0,16}';
const EXPIRY_AND_CODE = new RegExp(
  `(\\[REDACTED-PAN \\.\\.\\d{4}\\])(?:${LABEL}(?:\\p{Nd}{1,2}\\s?[/.-]\\s?(?:20)?\\p{Nd}{2}|\\p{Nd}{3,8})(?!\\p{Nd})){1,3}`,
  'giu',
);

/** Digits; no card number has more groups than that, so a long row of digits is not read over and over. */
const LONGEST_CARD = 19;

interface Group {
  digits: string;
  /** Where it stands in the run, and where it ends. */
  start: number;
  end: number;
}

function redactRun(run: string, isAfterPlus: boolean, found: { last4: string }[]): string {
  const groups = readGroups(run);
  const total = groups.reduce((sum, group) => sum + group.digits.length, 0);
  // A number in E.164 has at most 15 digits, and a card number is not written with a plus.
  if (isAfterPlus && total <= 15) return run;
  let output = '';
  let kept = 0;
  for (let index = 0; index < groups.length; index++) {
    const group = groups[index];
    if (!group || group.start < kept) continue;
    const hit = findCardAt(groups.slice(index, index + LONGEST_CARD));
    if (!hit) continue;
    found.push({ last4: hit.last4 });
    output += `${run.slice(kept, group.start)}${REDACTED_MARK} ..${hit.last4}]`;
    kept = hit.end;
  }
  const rest = run.slice(kept);
  // Digits that were glued to the number are its expiry and code.
  return output === ''
    ? run
    : output + rest.replace(/^\p{Nd}+/u, (glued) => (kept > 0 ? ` ${glued}` : glued));
}

function readGroups(run: string): Group[] {
  return Array.from(run.matchAll(/\p{Nd}+/gu), (match) => ({
    digits: [...match[0]].map(digitOf).join(''),
    start: match.index,
    end: match.index + match[0].length,
  }));
}

function findCardAt(groups: readonly Group[]): { last4: string; end: number } | undefined {
  const digits = groups.map((group) => group.digits).join('');
  const sizes = groups.slice(0, 3).map((group) => group.digits.length);
  // Two telephone numbers one after the other are as long as a card number.
  if (sizes.join('-') === '3-3-4') return undefined;
  for (const length of lengthsOf(digits)) {
    const window = digits.slice(0, length);
    if (window.length < length || !passesLuhn(window)) continue;
    const end = findEnd(groups, length);
    if (end !== undefined) return { last4: window.slice(-4), end };
  }
  return undefined;
}

/** The lengths that are issued under the first digits, the usual one first. */
function lengthsOf(digits: string): readonly number[] {
  if (digits.startsWith('4')) return [16, 19, 13];
  if (/^3[47]/.test(digits)) return [15];
  if (/^3(?:0|6|8|9)/.test(digits)) return [14, 16];
  if (/^6/.test(digits)) return [16, 19, 18, 17];
  if (/^[235]/.test(digits)) return [16];
  return [];
}

function passesLuhn(digits: string): boolean {
  let sum = 0;
  for (let index = 0; index < digits.length; index++) {
    const digit = Number(digits[digits.length - 1 - index]);
    const doubled = index % 2 === 1 ? digit * 2 : digit;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  // A row of zeros passes too and is nobody's card; the first digit of a window is never zero.
  return sum % 10 === 0;
}

/**
 * Where the window ends in the run: at the end of a group, or inside one where what is glued on can be an expiry (month
 * first) or a security code. Otherwise the digits belong to a longer number that is not a card's.
 */
function findEnd(groups: readonly Group[], length: number): number | undefined {
  let left = length;
  for (const group of groups) {
    if (left > group.digits.length) {
      left -= group.digits.length;
      continue;
    }
    const glued = group.digits.slice(left);
    const isPlausible = glued === '' || /^(?:0[1-9]|1[0-2])\d{0,8}$/.test(glued) || /^\d{3,4}$/.test(glued);
    return isPlausible ? group.start + [...group.digits].slice(0, left).length : undefined;
  }
  return undefined;
}

/** Full-width and other scripts' digits count as what they stand for. */
function digitOf(character: string): string {
  const plain = character.normalize('NFKC');
  if (/^\d$/.test(plain)) return plain;
  // Unicode puts the digits of every other script in a row of ten; both Arabic rows are the ones that phones type.
  const code = plain.codePointAt(0) ?? 0;
  if (code >= 0x0660 && code <= 0x0669) return String(code - 0x0660);
  if (code >= 0x06f0 && code <= 0x06f9) return String(code - 0x06f0);
  return code >= 0x0966 && code <= 0x096f ? String(code - 0x0966) : '0';
}
