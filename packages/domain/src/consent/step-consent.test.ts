import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type {
  ConsentAct,
  ConsentChannel,
  ConsentPurpose,
  ConsentScope,
  ConsentStanding,
  ConsentState,
} from './consent.ts';
import { CONSENT_PURPOSES } from './consent.ts';
import { foldConsent } from './fold-consent.ts';
import { stepConsent } from './step-consent.ts';

interface Given {
  purpose?: ConsentPurpose;
  state?: ConsentState;
  service?: ConsentState;
}

function step(act: ConsentAct, channel: ConsentChannel, given: Given = {}): string {
  const { purpose = 'service', state, service } = given;
  const serviceState = purpose === 'service' ? state : service;
  const answer = stepConsent({ act, channel, purpose, state, serviceState });
  return answer.kind === 'refused' ? answer.refusal : (answer.state ?? 'none');
}

describe('stepConsent', () => {
  it.each<[ConsentAct, ConsentChannel, Given, string]>([
    ['requested', 'oral', {}, 'pending'],
    ['requested', 'oral', { state: 'pending' }, 'ALREADY_ASKED'],
    ['requested', 'web', { state: 'express' }, 'express'],
    ['requested', 'web', { state: 'confirmed' }, 'ALREADY_CONFIRMED'],
    ['requested', 'oral', { state: 'revoked' }, 'CONSENT_REVOKED'],
    ['requested', 'web', { purpose: 'marketing', service: 'revoked' }, 'CONSENT_REVOKED'],
    ['requested', 'web', { purpose: 'marketing', state: 'revoked', service: 'confirmed' }, 'pending'],
    ['granted', 'import', {}, 'express'],
    ['granted', 'web', { state: 'pending' }, 'express'],
    ['granted', 'text', {}, 'confirmed'],
    ['granted', 'import', { state: 'express' }, 'ALREADY_GIVEN'],
    ['granted', 'import', { state: 'confirmed' }, 'ALREADY_CONFIRMED'],
    ['granted', 'import', { state: 'revoked' }, 'CONSENT_REVOKED'],
    ['granted', 'written', { state: 'revoked' }, 'CONSENT_REVOKED'],
    ['granted', 'oral', { purpose: 'marketing' }, 'WRITING_NEEDED'],
    ['granted', 'text', { purpose: 'marketing' }, 'WRITING_NEEDED'],
    ['granted', 'web', { purpose: 'marketing' }, 'pewc'],
    ['granted', 'import', { purpose: 'autopay' }, 'WRITING_NEEDED'],
    ['granted', 'oral', { purpose: 'paperless' }, 'WRITING_NEEDED'],
    ['granted', 'text', { purpose: 'reply-to-pay' }, 'confirmed'],
    ['soft-granted', 'web', { purpose: 'marketing' }, 'soft_optin'],
    ['soft-granted', 'web', {}, 'WRITING_NEEDED'],
    ['confirmed', 'text', { state: 'pending' }, 'confirmed'],
    ['confirmed', 'text', { state: 'express' }, 'confirmed'],
    ['confirmed', 'text', { purpose: 'marketing', state: 'pending' }, 'pewc'],
    ['confirmed', 'oral', { state: 'pending' }, 'HANDSET_ONLY'],
    ['confirmed', 'text', {}, 'NOTHING_PENDING'],
    ['confirmed', 'text', { state: 'revoked' }, 'CONSENT_REVOKED'],
    ['declined', 'text', { state: 'pending' }, 'none'],
    ['declined', 'text', { state: 'express' }, 'NOTHING_PENDING'],
    ['expired', 'system', { state: 'pending' }, 'none'],
    ['expired', 'system', { state: 'confirmed' }, 'NOTHING_PENDING'],
    ['restored', 'text', { state: 'revoked' }, 'confirmed'],
    ['restored', 'carrier', { state: 'revoked' }, 'confirmed'],
    ['restored', 'text', {}, 'confirmed'],
    ['restored', 'text', { state: 'confirmed' }, 'ALREADY_CONFIRMED'],
    ['restored', 'oral', { state: 'revoked' }, 'HANDSET_ONLY'],
    ['restored', 'text', { purpose: 'marketing', state: 'revoked' }, 'RESTORES_BILLS_ONLY'],
    ['restored', 'text', { purpose: 'past-due', state: 'revoked' }, 'confirmed'],
    ['restored', 'text', { purpose: 'past-due' }, 'NOTHING_REVOKED'],
    ['restored', 'oral', { purpose: 'past-due', state: 'revoked' }, 'HANDSET_ONLY'],
    ['revoked', 'text', {}, 'revoked'],
    ['revoked', 'carrier', { state: 'revoked' }, 'revoked'],
    ['released', 'text', { state: 'revoked' }, 'revoked'],
  ])('%s over %s, with %j: %s', (act, channel, given, expected) => {
    expect(step(act, channel, given)).toBe(expected);
  });
});

const facts = fc.record({
  act: fc.constantFrom<ConsentAct>(
    'requested',
    'granted',
    'soft-granted',
    'confirmed',
    'declined',
    'expired',
    'revoked',
    'restored',
  ),
  channel: fc.constantFrom<ConsentChannel>('text', 'carrier', 'web', 'oral', 'written', 'import', 'system'),
  purpose: fc.constantFrom<ConsentScope>('all', ...CONSENT_PURPOSES),
});

function fold(
  list: readonly Parameters<typeof foldConsent>[1][],
  from: ConsentStanding = {},
): ConsentStanding {
  let standing = from;
  for (const fact of list) {
    const answer = foldConsent(standing, fact);
    if (answer.kind === 'folded') standing = answer.standing;
  }
  return standing;
}

describe('foldConsent', () => {
  it('lets a STOP revoke every purpose, whatever was before', () => {
    fc.assert(
      fc.property(fc.array(facts), (before) => {
        const standing = fold([...before, { act: 'revoked', channel: 'text', purpose: 'all' }]);
        expect(CONSENT_PURPOSES.map((purpose) => standing[purpose])).toEqual(
          CONSENT_PURPOSES.map(() => 'revoked'),
        );
      }),
    );
  });

  it('lets nothing but START from the phone undo a STOP, and that for what it names alone', () => {
    const stop = { act: 'revoked', channel: 'text', purpose: 'all' } as const;
    const withoutStart = facts.filter(({ act }) => act !== 'restored');
    fc.assert(
      fc.property(fc.array(withoutStart), (after) => {
        expect(Object.values(fold([stop, ...after]))).toEqual(CONSENT_PURPOSES.map(() => 'revoked'));
      }),
    );
    const standing = fold([stop, { act: 'restored', channel: 'text', purpose: 'service' }]);
    expect(standing).toMatchObject({ service: 'confirmed', marketing: 'revoked', 'past-due': 'revoked' });
  });

  it('never takes anything but writing for a written consent', () => {
    const spoken = facts.filter(({ channel }) => ['oral', 'import', 'system', 'carrier'].includes(channel));
    fc.assert(
      fc.property(fc.array(spoken), (list) => {
        const { marketing, autopay, paperless } = fold(list);
        for (const state of [marketing, autopay, paperless]) {
          expect(['express', 'confirmed', 'pewc']).not.toContain(state);
        }
      }),
    );
  });

  it('leaves everything as it was where it refuses', () => {
    const standing = { service: 'confirmed' } as const;
    expect(foldConsent(standing, { act: 'restored', channel: 'text', purpose: 'all' })).toMatchObject({
      kind: 'refused',
    });
    expect(foldConsent({}, { act: 'confirmed', channel: 'text', purpose: 'service' })).toEqual({
      kind: 'refused',
      purpose: 'service',
      refusal: 'NOTHING_PENDING',
    });
  });
});
