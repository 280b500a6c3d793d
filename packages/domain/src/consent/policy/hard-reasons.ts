import { consentReasons } from './consent-reasons.ts';
import { isShortener } from './is-shortener.ts';
import type { PolicyInput } from './policy-input.ts';
import type { Channel } from './rule.ts';

/** A STOP confirmation within five minutes is presumed fine, a later one is not (47 CFR 64.1200(a)(12)). */
const CONFIRM_STOP_WITHIN_S = 300;

/** A number confirmed within 60 days is a safe harbour for debt collectors (12 CFR 1006.6(d)(5)). */
const FRESH_FOR_DAYS = 60;

/** What stops every message of ours, by flag, on the channels that it concerns. */
const BLOCKS: readonly (readonly [flag: string, reason: string, channels: readonly Channel[]])[] = [
  ['cease', 'CEASE_COMMUNICATION', []],
  ['attorney', 'ATTORNEY_REPRESENTED', []],
  ['bankruptcy', 'BANKRUPTCY_STAY', []],
  ['deceased', 'DECEASED', []],
  // Someone else answers that number now; a letter still reaches who is meant.
  ['reassigned', 'NUMBER_REASSIGNED', ['sms', 'call']],
  ['landline', 'NOT_SMS_CAPABLE', ['sms']],
  ['unreachable', 'NOT_SMS_CAPABLE', ['sms']],
];

/**
 * Why a message may not go however late it is: what is known of the person, what they agreed to, what carriers refuse,
 * what is in it, how old the number is; in this order (section 8.2 of the rules' research).
 */
export function hardReasons(input: PolicyInput): string[] {
  if (input.category === 'reply') return replyReasons(input);
  const reasons = [
    ...statusReasons(input),
    ...consentReasons(input),
    ...carrierReasons(input),
    ...contentReasons(input),
    ...freshnessReasons(input),
  ];
  return reasons.length > 1 ? [...new Set(reasons)] : reasons;
}

/** Whether the customer brought this about, by writing or by paying: no hours, caps or consent stand in its way. */
export function isAskedFor({ category, facts }: PolicyInput): boolean {
  return category === 'reply' || (category === 'receipt' && facts.trigger === 'customer');
}

/** Whether United States law has a say. */
function isInUs({ jur }: PolicyInput): boolean {
  return jur.some((place) => place === 'US' || place.startsWith('US-'));
}

function replyReasons({ facts }: PolicyInput): string[] {
  if (facts.replyKind !== 'stop_confirm') return [];
  const reasons: string[] = [];
  if (facts.alreadyConfirmed) reasons.push('STOP_CONFIRM_DUPLICATE');
  if ((facts.delayS ?? 0) > CONFIRM_STOP_WITHIN_S) reasons.push('STOP_CONFIRM_LATE');
  if (facts.promo) reasons.push('STOP_CONFIRM_PROMOTIONAL');
  return reasons;
}

function statusReasons({ category, channel, facts }: PolicyInput): string[] {
  const { flags } = facts;
  if (!flags || flags.length === 0) return [];
  const reasons: string[] = [];
  for (const [flag, reason, channels] of BLOCKS) {
    if (flags.includes(flag) && (channels.length === 0 || channels.includes(channel))) reasons.push(reason);
  }
  if (category === 'collect3p' && flags.includes('dispute')) reasons.push('DISPUTE_PENDING');
  return reasons;
}

function carrierReasons(input: PolicyInput): string[] {
  const { category, channel, facts } = input;
  if (channel !== 'sms' || !isInUs(input)) return [];
  const reasons: string[] = [];
  const isRegistered = facts.sender === '10dlc' || facts.sender === 'tollfree';
  if (category === 'collect3p' && isRegistered) reasons.push('CARRIER_3P_COLLECTION_FORBIDDEN');
  if (facts.sender === 'alphanumeric') reasons.push('ALPHANUMERIC_UNSUPPORTED');
  return reasons;
}

function contentReasons(input: PolicyInput): string[] {
  const { category, channel, facts } = input;
  if (channel !== 'sms') return [];
  const reasons: string[] = [];
  if (category === 'collect3p' && facts.optoutInBody === false && isInUs(input)) {
    reasons.push('CONTENT_OPT_OUT_MISSING');
  }
  if (facts.url !== undefined && isShortener(facts.url)) reasons.push('PUBLIC_URL_SHORTENER');
  return reasons;
}

/** A number of which nobody knows when it was confirmed was not confirmed in time. */
function freshnessReasons(input: PolicyInput): string[] {
  const { category, channel, facts } = input;
  if (category !== 'collect3p' || channel !== 'sms' || !isInUs(input)) return [];
  return (facts.freshDays ?? Number.POSITIVE_INFINITY) > FRESH_FOR_DAYS ? ['RND_STALE_60D'] : [];
}
