import { TEMPLATE_KINDS, type TemplateName } from '../../message/templates/template-vars.ts';
import type { ConsentStanding } from '../consent.ts';
import { consentLevel } from '../consent-level.ts';
import { STOP_CONFIRMATIONS, type TextPurpose } from '../text-purpose.ts';
import { readBlock, readCap, readWindow } from './client-rule.ts';
import { type PlaceEvidence, placeOf } from './place-of.ts';
import type { Contact, PolicyFacts, PolicyInput } from './policy-input.ts';
import type { Category } from './rule.ts';

/** What is known of a phone, and of the debt that a text is about, at an instant. */
export interface ContactFacts {
  /** E.164. */
  phone: string;
  lineType: 'mobile' | 'landline' | 'unknown';
  /** The carrier says that this number cannot be reached. */
  isUnreachable: boolean;
  consents: ConsentStanding;
  /** Since when the consent to texts about bills stands as it does; undefined where nobody ever asked. */
  consentSince: Date | undefined;
  /** The addresses and zones of everybody whom the phone serves. */
  people: readonly Omit<PlaceEvidence, 'phone'>[];
  flags: readonly string[];
  /** What went to the phone unasked before, over all of its accounts. */
  history: readonly Contact[];
  debt: string | undefined;
  /** Days past due of the bill that the text is about; undefined where it is about none. */
  dpd: number | undefined;
  optinSent: number;
  profile: 'S' | 'P';
  /** What the biller, or the customer for themselves, has added, as it is stored. */
  clientRules: readonly { kind: 'window' | 'cap' | 'block'; rule: unknown }[];
}

/** As much of a text as the rules ask about. */
export interface TextTraits {
  purpose: TextPurpose;
  template: string;
  /** When the customer's own text or payment came that this one answers; undefined where it comes unasked. */
  askedAt: Date | undefined;
  /** The address in it; undefined where there is none. */
  url: string | undefined;
  sender: string | undefined;
}

/**
 * Puts together what the decision on a text at an instant depends on. Throws a `MalformedInput` where a client's rule
 * cannot be read.
 */
export function assembleInput(facts: ContactFacts, text: TextTraits, now: Date): PolicyInput {
  const category = categoryOf(text, facts);
  const flags = [...facts.flags];
  if (facts.lineType === 'landline') flags.push('landline');
  if (facts.isUnreachable) flags.push('unreachable');
  const isStop = STOP_CONFIRMATIONS.includes(text.template);
  const assembled: PolicyFacts = {
    ...(flags.length > 0 && { flags: [...new Set(flags)].sort() }),
    ...(facts.history.length > 0 && { history: facts.history }),
    ...(facts.debt !== undefined && { debt: facts.debt }),
    subject: text.template,
    ...(facts.dpd !== undefined && { dpd: facts.dpd }),
    ...(text.sender !== undefined && { sender: text.sender }),
    ...(text.url !== undefined && { url: text.url }),
    ...(facts.optinSent > 0 && { optinSent: facts.optinSent }),
    profile: facts.profile,
    ...(category === 'reply' && isStop && { replyKind: 'stop_confirm', delayS: delayOf(text, now) }),
    ...(category === 'receipt' && isAskedSince(text, facts) && { trigger: 'customer' }),
    ...readClientRules(facts),
  };
  return {
    ...findPlace(facts),
    at: now.getTime(),
    category,
    channel: 'sms',
    consent: consentLevel(category, facts.consents),
    facts: assembled,
  };
}

/**
 * What a text is to the rules. What comes unasked is what its template is for; that a promise is for today is said before
 * its bill is due as well as after it, and after it that is about something late. An answer to a text from before a STOP has
 * become unasked: nobody waits for it who has said that they want no texts.
 */
function categoryOf(text: TextTraits, facts: ContactFacts): Category {
  const { purpose, template } = text;
  if (STOP_CONFIRMATIONS.includes(template)) return 'reply';
  if (purpose === 'reply') return isStopped(facts) && !isAskedSince(text, facts) ? 'info' : 'reply';
  if (purpose === 'receipt' || purpose === 'optin') return purpose;
  if (template === 'promise-due' && (facts.dpd ?? 0) > 0) return 'past_due';
  const category = template in TEMPLATE_KINDS ? TEMPLATE_KINDS[template as TemplateName].category : 'info';
  return category === 'reply' || category === 'receipt' ? 'info' : category;
}

function isStopped({ consents }: ContactFacts): boolean {
  return consents.service === 'revoked';
}

/** Asked for, and not before a STOP. */
function isAskedSince({ askedAt }: TextTraits, facts: ContactFacts): boolean {
  if (askedAt === undefined) return false;
  return !isStopped(facts) || (facts.consentSince !== undefined && askedAt > facts.consentSince);
}

function readClientRules({ clientRules }: ContactFacts): PolicyFacts {
  const ofKind = (wanted: 'window' | 'cap' | 'block') =>
    clientRules.filter(({ kind }) => kind === wanted).map(({ rule }) => rule);
  const windows = ofKind('window').map((rule, at) => readWindow(rule, `window ${at + 1}`));
  const caps = ofKind('cap').map((rule, at) => readCap(rule, `cap ${at + 1}`));
  const blocks = ofKind('block').map((rule, at) => readBlock(rule, `block ${at + 1}`));
  return {
    ...(windows.length > 0 && { clientWindows: windows }),
    ...(caps.length > 0 && { clientCaps: caps }),
    ...(blocks.length > 0 && { clientBlocks: blocks }),
  };
}

function delayOf({ askedAt }: TextTraits, now: Date): number {
  return askedAt === undefined ? 0 : (now.getTime() - askedAt.getTime()) / 1_000;
}

/** A phone may serve several people: it may be where any of them is. */
function findPlace({ phone, people }: ContactFacts): { jur: string[]; zones: string[] } {
  const places = people.length === 0 ? [placeOf({ phone })] : people.map((one) => placeOf({ ...one, phone }));
  return {
    jur: [...new Set(places.flatMap(({ jur }) => jur))],
    zones: [...new Set(places.flatMap(({ zones }) => zones))],
  };
}
