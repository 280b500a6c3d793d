/** What a record of the vendor means to the person who holds the phone. */

/** The person's side of a text. */
export const personOf = (text) => (text.direction === 'outbound' ? text.to : text.from);
/** The account's number in it. */
export const peerOf = (text) => (text.direction === 'outbound' ? text.from : text.to);

/**
 * Where a text is, seen from the phone: `here`, `coming` (the vendor or the carrier has it), `lost` (it never came),
 * or, for what the person sent, `sent`, `taken` (the account's server answered) or `refused` (it never did).
 */
export function placeOf(text) {
  if (text.direction === 'inbound') {
    return { received: 'sent', delivered: 'taken', undelivered: 'refused' }[text.state];
  }
  if (text.state === 'delivered' || (text.state === 'sent' && text.reportDueAt === null)) return 'here';
  return text.state === 'queued' || text.state === 'sent' ? 'coming' : 'lost';
}

/** When it happened to the phone, in milliseconds since the epoch. */
export function timeOf(text) {
  if (text.direction === 'inbound') return text.acceptedAt;
  return text.reportedAt ?? text.sentAt ?? text.acceptedAt;
}

const meanings = {
  10: 'not a valid message',
  20: 'network trouble',
  30: 'filtered as spam',
  40: 'the sender is not a rented number',
  50: 'no phone that takes texts',
  60: 'loop detected',
  70: 'the number is gone',
  80: 'the phone is switched off',
  90: 'no route',
  100: 'the carrier forbids it',
  110: 'too long',
  200: 'this phone has opted out',
  201: 'toll-free to Canada is blocked',
  300: 'not dispatched',
  420: 'expired in the queue',
  450: 'the country is barred',
  900: 'the account is out of credit',
  910: 'the account is disabled',
  1000: 'unknown reason',
};

/** The vendor's error code in words. */
export function meaningOf(code) {
  return meanings[code] ?? 'no reason given';
}

/** A number as people write it: North American ones in their groups, others in threes, short codes as they are. */
export function formatNumber(number) {
  const american = /^1(\d{3})(\d{3})(\d{4})$/.exec(number);
  if (american) return `+1 ${american.slice(1).join(' ')}`;
  if (number.length < 7) return number;
  return `+${number.slice(0, 2)} ${number.slice(2).replace(/(\d{3})(?=\d{2})/g, '$1 ')}`.trim();
}

export function initialsOf(name) {
  const letters = name.split(/\s+/).map((word) => /\p{L}/u.exec(word)?.[0] ?? '');
  return letters.join('').slice(0, 2).toUpperCase() || '#';
}

/** A colour of its own for each number, as a hue from 0 to 359: neighbours lie a golden angle apart. */
export function hueOf(number) {
  return Math.round((Number(number.slice(-6)) * 137.508) % 360);
}

/** What kind of number it is, in words. */
export function kindOf(number) {
  return { 'long-code': 'Long code', 'toll-free': 'Toll-free', 'short-code': 'Short code' }[number.kind];
}
