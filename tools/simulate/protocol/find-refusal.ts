import type { ConsentState } from '@kvitt/domain/consent/consent';
import { mayText } from '@kvitt/domain/consent/may-text';
import { assembleInput } from '@kvitt/domain/consent/policy/assemble-input';
import type { TextPurpose } from '@kvitt/domain/consent/text-purpose';

/** It is always noon in this town: hours and caps have tests of their own, and would only hide what is raced here. */
const NOON = Date.parse('2026-12-01T17:00:00Z');

/** As packages/flows/src/message/decide-texts.ts, for a phone of New York: the first hard reason, or undefined. */
export function findRefusal(
  text: { purpose: TextPurpose; template: string; askedAt: number | null },
  consent: { state: ConsentState; since: number } | undefined,
  now: number,
): string | undefined {
  const input = assembleInput(
    {
      phone: '+12125550101',
      lineType: 'mobile',
      isUnreachable: false,
      consents: consent ? { service: consent.state } : {},
      consentSince: consent && new Date(consent.since),
      people: [],
      flags: [],
      history: [],
      debt: undefined,
      dpd: undefined,
      optinSent: 0,
      profile: 'S',
      clientRules: [],
    },
    {
      purpose: text.purpose,
      template: text.template,
      askedAt: text.askedAt === null ? undefined : new Date(text.askedAt),
      url: undefined,
      sender: undefined,
    },
    new Date(now),
  );
  return mayText({ ...input, at: NOON }).reasons[0];
}
