import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ConsentState } from './consent.ts';
import { mayTextByConsent, STOP_CONFIRMATIONS, type TextFacts } from './may-text.ts';

const NOON = new Date('2026-11-20T12:00:00Z');
const BEFORE = new Date('2026-11-20T11:00:00Z');
const AFTER = new Date('2026-11-20T13:00:00Z');

const BILL: TextFacts = {
  purpose: 'service',
  consent: 'express',
  consentSince: NOON,
  askedAt: undefined,
  lineType: 'mobile',
  isUnreachable: false,
  isStopConfirmation: false,
};
const REVOKED = { consent: 'revoked' as const, consentSince: NOON };

describe('mayTextByConsent', () => {
  it.each<[string, Partial<TextFacts>, 'allowed' | string]>([
    ['a bill, to who agreed', {}, 'allowed'],
    ['a bill, to who confirmed it from the handset', { consent: 'confirmed' }, 'allowed'],
    ['a bill, to who never agreed', { consent: undefined, consentSince: undefined }, 'CONSENT_MISSING'],
    ['a bill, to who was asked and has not answered', { consent: 'pending' }, 'CONSENT_PENDING'],
    ['the question itself, to who has not answered', { purpose: 'optin', consent: 'pending' }, 'allowed'],
    ['the question itself, to who said STOP', { ...REVOKED, purpose: 'optin' }, 'CONSENT_REVOKED'],
    ['a bill, to who said STOP', REVOKED, 'CONSENT_REVOKED'],
    [
      'an answer, to who never agreed',
      { purpose: 'reply', consent: undefined, consentSince: undefined },
      'allowed',
    ],
    [
      'an answer to a text from before STOP',
      { ...REVOKED, purpose: 'reply', askedAt: BEFORE },
      'CONSENT_REVOKED',
    ],
    [
      'an answer to the very text that said STOP',
      { ...REVOKED, purpose: 'reply', askedAt: NOON },
      'CONSENT_REVOKED',
    ],
    ['an answer to a text of after STOP', { ...REVOKED, purpose: 'reply', askedAt: AFTER }, 'allowed'],
    [
      'a receipt of what was paid before STOP',
      { ...REVOKED, purpose: 'receipt', askedAt: BEFORE },
      'CONSENT_REVOKED',
    ],
    ['a receipt of what was paid after STOP', { ...REVOKED, purpose: 'receipt', askedAt: AFTER }, 'allowed'],
    ['anything to a landline', { lineType: 'landline' }, 'NOT_SMS_CAPABLE'],
    ['anything to a number that cannot be reached', { isUnreachable: true }, 'NOT_SMS_CAPABLE'],
    ['anything to a number of an unknown kind', { lineType: 'unknown' }, 'allowed'],
    [
      'the confirmation of STOP',
      { ...REVOKED, purpose: 'reply', askedAt: NOON, isStopConfirmation: true },
      'allowed',
    ],
  ])('%s: %s', (_, facts, verdict) => {
    const answer = mayTextByConsent({ ...BILL, ...facts });
    expect(answer.kind === 'refused' ? answer.refusal : answer.kind).toBe(verdict);
  });

  it('never lets anything unasked through to who said STOP', () => {
    const facts = fc.record({
      purpose: fc.constantFrom<TextFacts['purpose']>('reply', 'receipt', 'service'),
      consent: fc.constant<ConsentState>('revoked'),
      consentSince: fc.constant(NOON),
      askedAt: fc.option(fc.date({ max: NOON, noInvalidDate: true }), { nil: undefined }),
      lineType: fc.constantFrom<TextFacts['lineType']>('mobile', 'landline', 'unknown'),
      isUnreachable: fc.boolean(),
      isStopConfirmation: fc.constant(false),
    });
    fc.assert(
      fc.property(facts, (one) => {
        expect(mayTextByConsent(one).kind).toBe('refused');
      }),
    );
  });

  it('knows the confirmations of STOP by the names of their templates', () => {
    expect(STOP_CONFIRMATIONS).toEqual(['stop-confirmed', 'wrong-party-noted']);
  });
});
