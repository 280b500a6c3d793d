import { mayText } from '@kvitt/domain/consent/may-text';
import { placeOf } from '@kvitt/domain/consent/policy/place-of';
import { CONSENT_LEVELS, type PolicyInput } from '@kvitt/domain/consent/policy/policy-input';
import { MalformedInput, oneOf } from '@kvitt/domain/consent/policy/read-fields';
import { readInstant } from '@kvitt/domain/consent/policy/read-instant';
import { reasonWords } from '@kvitt/domain/consent/policy/reason-words';
import { CATEGORIES } from '@kvitt/domain/consent/policy/rule';
import { RULES } from '@kvitt/domain/consent/policy/rules';
import { writeAnswer as toWritten } from '@kvitt/domain/consent/policy/written-answer';
import { CommandError } from '../command-error.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import { writeAnswer } from '../write-answer.ts';

export interface ExplainOptions {
  phone: string;
  at: string;
  category: string;
  consent?: string;
  postal?: string;
  state?: string;
  tz?: string;
  profile?: string;
  json?: boolean;
}

const VERDICTS = {
  ALLOW: 'Yes, it may go.',
  DEFER: 'Not now.',
  DENY: 'No.',
  REVIEW: 'A person has to decide.',
} as const;

/** `policy explain`: says in plain words whether a text may go to a number at an instant, why not, and when. */
export async function explainPolicy(options: ExplainOptions): Promise<ExitCode> {
  const input = readOptions(options);
  const answer = mayText(input);
  const reasons = answer.reasons.map((code) => reasonWords(code, input, RULES));
  const { jur, zones } = input;
  if (options.json) {
    await writeAnswer(`${JSON.stringify({ ...toWritten(answer), jur, zones, words: reasons })}\n`);
    return EXIT.done;
  }
  const lines = [
    `${VERDICTS[answer.decision]} (${answer.decision})`,
    `Where they may be: ${jur.join(', ')}. There it is ${zones.map((zone) => `${localTime(input.at, zone)} in ${zone}`).join(', ')}.`,
    ...reasons.map(({ code, words, source }) => `- ${words} [${code}; ${source}]`),
  ];
  if (answer.nextAllowedAt !== null) {
    const { nextAllowedAt } = answer;
    const there = zones.map((zone) => `${localTime(nextAllowedAt, zone)} in ${zone}`).join(', ');
    lines.push(`From ${toWritten(answer).next_allowed_at} it may go: ${there}.`);
  }
  await writeAnswer(`${lines.join('\n')}\n`);
  return EXIT.done;
}

function readOptions(options: ExplainOptions): PolicyInput {
  try {
    const at = readInstant(options.at);
    if (at === undefined) throw new MalformedInput('--at', 'must be an instant as 2026-12-01T23:30Z');
    if (!/^\+[1-9]\d{6,14}$/.test(options.phone)) {
      throw new MalformedInput('--phone', 'must be a number as +12125550100');
    }
    if (options.tz !== undefined && !isZone(options.tz)) {
      throw new MalformedInput('--tz', 'must be a time zone as America/New_York');
    }
    const { phone, postal: postalCode, state: region, tz: timeZone } = options;
    return {
      ...placeOf({ phone, postalCode, region, timeZone }),
      at,
      category: oneOf(CATEGORIES, options.category, '--category'),
      channel: 'sms',
      consent: oneOf(CONSENT_LEVELS, options.consent ?? 'confirmed', '--consent'),
      facts: { profile: oneOf(['S', 'P'] as const, options.profile ?? 'S', '--profile') },
    };
  } catch (error) {
    if (error instanceof MalformedInput) throw new CommandError(EXIT.usage, error.message);
    throw error;
  }
}

function isZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}

function localTime(at: number, timeZone: string): string {
  return new Date(at).toLocaleString('en-GB', {
    timeZone,
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
  });
}
