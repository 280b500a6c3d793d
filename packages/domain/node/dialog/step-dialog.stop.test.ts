import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DialogFacts } from '../../src/conversation/dialog.ts';
import type { DialogEffect } from '../../src/conversation/dialog-effects.ts';
import type { Intent } from '../../src/conversation/intent.ts';
import { stepDialog } from '../../src/conversation/step-dialog.ts';
import { money } from '../../src/money/money.ts';
import { DEFAULT_MONEY_RULES } from '../../src/payment/money-rules.ts';

const NOW = new Date('2026-11-20T15:00:00Z');
const DAY_MS = 86_400_000;
const CARD = { brand: 'Visa', last4: '1111', expMonth: 12, expYear: 2029 };
const BILL = { invoiceId: 'b1', number: 'C-1', amountDue: money(8420, 'USD'), dueOn: '2026-11-27' };

const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });
const anInstant = fc.integer({ min: -2 * DAY_MS, max: 0 }).map((ms) => new Date(NOW.getTime() + ms));

const someFacts: fc.Arbitrary<DialogFacts> = fc
  .record({
    hasBill: fc.boolean(),
    method: maybe(fc.constant({ id: 'card', card: CARD })),
    isOneReplyOn: fc.boolean(),
    offer: maybe(
      fc.record({
        id: fc.constant('offer'),
        kind: fc.constantFrom('question' as const, 'bill' as const),
        invoiceId: fc.constant('b1'),
        methodId: fc.constant('card'),
        amount: fc.constant(BILL.amountDue),
        code: fc.constant('73'),
        expiresAt: fc.constant(new Date(NOW.getTime() + DAY_MS)),
      }),
    ),
    paymentInFlight: maybe(fc.constant({ paymentId: 'p', amount: BILL.amountDue })),
    lastPaid: maybe(
      fc.record({
        paymentId: fc.constant('p'),
        invoiceId: fc.constant('b1'),
        paidAt: anInstant,
        amount: fc.constant(BILL.amountDue),
        isComingBack: fc.boolean(),
      }),
    ),
    isEcho: fc.boolean(),
    consent: fc.constantFrom('express' as const, 'confirmed' as const, 'revoked' as const, undefined),
    hasCarrierAnswered: fc.boolean(),
    stopConfirmedAt: maybe(anInstant),
    heldSince: maybe(anInstant),
    isToldToday: fc.boolean(),
    menu: maybe(fc.constant({ invoiceIds: ['b1'], expiresAt: new Date(NOW.getTime() + DAY_MS) })),
  })
  .map(({ hasBill, method, isOneReplyOn, ...facts }) => ({
    ...facts,
    language: 'en' as const,
    today: '2026-11-20',
    rules: DEFAULT_MONEY_RULES,
    bills: hasBill ? [{ ...BILL, accountId: 'a1', method, isOneReplyOn }] : [],
    billCount: hasBill ? 1 : 0,
    totalDue: hasBill ? BILL.amountDue : undefined,
    openOffers: facts.offer ? 1 : 0,
    freshCode: '41',
  }));

const aStop = fc.constantFrom<Intent>({ kind: 'opt-out' }, { kind: 'cease' }, { kind: 'wrong-party' });
const aboutBills = fc.constantFrom<Intent>(
  { kind: 'pay' },
  { kind: 'pay-now' },
  { kind: 'yes', code: '73' },
  { kind: 'yes' },
  { kind: 'no' },
  { kind: 'balance' },
  { kind: 'pay-amount', amount: { words: '50', minor: 5000 } },
  { kind: 'pay-several', which: 'all' },
  { kind: 'choice', which: [1] },
  { kind: 'bills' },
  { kind: 'due' },
  { kind: 'undo' },
  { kind: 'promise', day: { by: 'weekday', weekday: 4 } },
  { kind: 'later' },
  { kind: 'plan' },
  { kind: 'who' },
  { kind: 'link' },
  { kind: 'card' },
  { kind: 'autopay', to: 'off' },
  { kind: 'paper' },
  { kind: 'links', isWanted: false },
  { kind: 'language', to: 'sv' },
);
const anythingElse = fc.constantFrom<Intent>(
  { kind: 'review-hold' },
  { kind: 'continue' },
  { kind: 'card-number' },
  { kind: 'start' },
  { kind: 'help' },
  { kind: 'agent' },
  { kind: 'free-text' },
);

const acts = (effects: readonly DialogEffect[]) => effects.map((effect) => effect.do);
const said = (effects: readonly DialogEffect[]) =>
  effects.flatMap((effect) => (effect.do === 'say' ? [effect.what.kind] : []));

describe('STOP, in any wording', () => {
  it('always revokes, first of all and whatever else is known: an echo, money under way, a STOP before', () => {
    fc.assert(
      fc.property(aStop, someFacts, (intent, facts) => {
        const { effects } = stepDialog(intent, facts, NOW);
        expect(effects[0]).toEqual({ do: 'revoke-consent' });
      }),
    );
  });

  it('is answered by its own confirmation at the most, and by nothing where the carrier has confirmed it', () => {
    fc.assert(
      fc.property(aStop, someFacts, (intent, facts) => {
        const { effects } = stepDialog(intent, facts, NOW);
        const confirmation = intent.kind === 'wrong-party' ? 'wrong-party-noted' : 'stop-confirmed';
        expect(facts.hasCarrierAnswered ? [[]] : [[], [confirmation]]).toContainEqual(said(effects));
        expect(acts(effects)).not.toContain('ask-to-pay');
        expect(acts(effects)).not.toContain('charge');
        expect(acts(effects)).not.toContain('repeat-receipt');
      }),
    );
  });

  it('is confirmed once in a day, however often and in whatever words it comes', () => {
    const gapsMs = fc.integer({ min: 0, max: DAY_MS });
    fc.assert(
      fc.property(fc.array(fc.tuple(aStop, gapsMs), { maxLength: 12 }), someFacts, (stops, facts) => {
        let at = NOW.getTime();
        let stopConfirmedAt: Date | undefined;
        const confirmations: number[] = [];
        for (const [intent, gapMs] of stops) {
          at += gapMs;
          const { effects } = stepDialog(intent, { ...facts, stopConfirmedAt }, new Date(at));
          if (said(effects).length === 0) continue;
          stopConfirmedAt = new Date(at);
          confirmations.push(at);
        }
        for (const [index, time] of confirmations.slice(1).entries()) {
          expect(time - (confirmations[index] ?? 0)).toBeGreaterThanOrEqual(DAY_MS);
        }
      }),
    );
  });
});

describe('consent', () => {
  it('is given or brought back by START and by a bare YES alone', () => {
    fc.assert(
      fc.property(fc.oneof(aStop, aboutBills, anythingElse), someFacts, (intent, facts) => {
        const done = acts(stepDialog(intent, facts, NOW).effects);
        if (done.includes('restore-consent')) expect(intent.kind).toBe('start');
        if (done.includes('confirm-consent')) {
          expect(intent).toEqual({ kind: 'yes' });
          expect(facts.consent).toBe('express');
        }
        if (done.includes('revoke-consent')) {
          expect(['opt-out', 'cease', 'wrong-party']).toContain(intent.kind);
        }
      }),
    );
  });
});

describe('the same words moments later', () => {
  it('do nothing and say nothing where they are about a bill', () => {
    fc.assert(
      fc.property(aboutBills, someFacts, (intent, facts) => {
        expect(stepDialog(intent, { ...facts, isEcho: true }, NOW)).toEqual({ outcome: 'echo', effects: [] });
      }),
    );
  });
});

describe('silence', () => {
  it('is kept towards echoes and towards whom the carrier has answered, and towards nobody else', () => {
    fc.assert(
      fc.property(fc.oneof(aStop, aboutBills, anythingElse), someFacts, (intent, facts) => {
        const { outcome, effects } = stepDialog(intent, facts, NOW);
        if (effects.length > 0) return;
        expect(outcome === 'echo' || (intent.kind === 'help' && facts.hasCarrierAnswered)).toBe(true);
      }),
    );
  });
});
