import type { LookUpAnswer, LookUpWindow, OutgoingText } from '../sms-port.ts';
import { captureExchange } from './capture-exchange.ts';
import type { PlivoVendor } from './plivo-vendor.ts';

interface Listed {
  messageUuid?: string;
  fromNumber?: string;
  toNumber?: string;
}

/** Plivo's largest page. */
const PAGE_SIZE = 20;
/** The list allows 20 calls a minute for the whole account, so that one look-up takes a quarter of them at most. */
const MOST_PAGES = 5;

/**
 * Looks for a text whose answer was lost among what Plivo has recorded from this sender in the window. Plivo keeps no
 * key of ours and gives no text back, so the decision rests on the two numbers and on what the caller has already
 * accounted for: one record left over is ours, none is absent, several are unanswered.
 *
 * It asks twice. Texts are sent unlogged, and for those Plivo blanks out digits of the destination; a filter by number
 * may then miss the very record that is looked for, and a wrong "absent" would be a second text. So an empty first
 * answer is checked against the sender's whole window, with blanked digits read as "any".
 *
 * Plivo answers STOP, START and HELP by itself, and those texts stand in the same list, under ids that we never learn of.
 * Their numbers are whole, where ours are blanked; so a whole number proves nothing, neither that it is there nor not.
 */
export async function lookUpMessage(
  vendor: PlivoVendor,
  text: OutgoingText,
  window: LookUpWindow,
): Promise<LookUpAnswer> {
  const claimed = new Set(window.claimed);
  const isBlanking = vendor.log === 'false';
  let isDoubtful = false;
  for (const filter of [{ to_number: text.to }, {}]) {
    const listed = await list(vendor, { ...filter, ...span(text, window) });
    if (!Array.isArray(listed)) return { kind: 'unanswered', reason: listed.unanswered };
    const ids = new Set<string>();
    for (const { messageUuid, fromNumber, toNumber } of listed) {
      if (!messageUuid || claimed.has(messageUuid)) continue;
      if (!isSamePhone(text.from, fromNumber) || !isSamePhone(text.to, toNumber)) continue;
      if (isBlanking && isWhole(toNumber)) isDoubtful = true;
      else ids.add(messageUuid);
    }
    const [vendorId, another] = ids;
    if (another) return { kind: 'unanswered', reason: `${ids.size} texts could be it` };
    if (vendorId) return { kind: 'found', vendorId };
  }
  return isDoubtful
    ? { kind: 'unanswered', reason: 'a text that the carrier may have written itself' }
    : { kind: 'absent' };
}

function span(text: OutgoingText, window: LookUpWindow): Record<string, string> {
  // "YYYY-MM-DD HH:MM:SS.mmm", which Plivo reads as UTC.
  const stamp = (at: Date) => at.toISOString().replace('T', ' ').replace('Z', '');
  return {
    from_number: text.from,
    message_direction: 'outbound',
    message_time__gte: stamp(window.from),
    message_time__lte: stamp(window.until),
  };
}

async function list(
  vendor: PlivoVendor,
  filter: Record<string, string>,
): Promise<Listed[] | { unanswered: string }> {
  const all: Listed[] = [];
  for (let page = 0; page < MOST_PAGES; page++) {
    const query = { ...filter, limit: PAGE_SIZE, offset: page * PAGE_SIZE };
    const exchange = await captureExchange(() => vendor.client.messages.list(query), vendor.timeoutMs);
    if (exchange.kind === 'lost') return { unanswered: `no answer (${exchange.code})` };
    if (exchange.kind === 'rejected') return { unanswered: `HTTP ${exchange.status}` };
    // The SDK's types call this one record; it is the list of them.
    const records: unknown = exchange.value;
    if (!Array.isArray(records)) return { unanswered: 'not a list' };
    all.push(...records);
    if (records.length < PAGE_SIZE) return all;
  }
  return { unanswered: `more than ${MOST_PAGES * PAGE_SIZE} texts in the window` };
}

function isWhole(listed = ''): boolean {
  return /^\+?\d+$/.test(listed);
}

/**
 * Whether a number of Plivo's, with or without plus, can be `phone`. Blanked digits stand as * or X, and nothing says
 * that there are as many of them as digits; so only what is before and behind them is compared.
 */
function isSamePhone(phone: string, listed = ''): boolean {
  const ours = phone.slice(1);
  const theirs = listed.replace(/^\+/, '');
  const blanked = /^(\d*)[*xX]+(\d*)$/.exec(theirs);
  if (!blanked) return theirs === ours;
  const [, before = '', behind = ''] = blanked;
  return ours.length >= before.length + behind.length && ours.startsWith(before) && ours.endsWith(behind);
}
