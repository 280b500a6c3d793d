import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DialogFacts } from '../../src/conversation/dialog.ts';
import type { DialogEffect } from '../../src/conversation/dialog-effects.ts';
import type { Intent } from '../../src/conversation/intent.ts';
import { stepDialog } from '../../src/conversation/step-dialog.ts';
import { anIntent, NOW, someFacts } from './arbitrary-dialogs.ts';

const charges = (effects: readonly DialogEffect[]) =>
  effects.flatMap((effect) => (effect.do === 'charge' ? [effect.offer] : []));

/** Runs `check` on what very many texts lead to in very many situations. */
function always(check: (intent: Intent, facts: DialogFacts, effects: DialogEffect[]) => void): void {
  fc.assert(
    fc.property(anIntent, someFacts, (intent, facts) => {
      check(intent, facts, stepDialog(intent, facts, NOW).effects);
    }),
    { numRuns: 5_000 },
  );
}

describe('money', () => {
  it('moves on YES with the code of the open question, or on PAY to an offer with one-reply pay on, and on nothing else', () => {
    let seen = 0;
    always((intent, facts, effects) => {
      const [offer] = charges(effects);
      if (!offer) return;
      seen += 1;
      expect(offer).toBe(facts.offer);
      if (offer.kind === 'question') {
        expect(intent).toEqual({ kind: 'yes', code: offer.code });
      } else {
        expect(['pay', 'pay-now']).toContain(intent.kind);
        expect(intent).not.toHaveProperty('isWish');
        expect(facts.bills[0]?.isOneReplyOn).toBe(true);
        expect(facts.openOffers).toBe(1);
        expect(facts.bills).toHaveLength(1);
      }
    });
    expect(seen).toBeGreaterThan(100);
  });

  it('never moves on a bare YES', () => {
    fc.assert(
      fc.property(someFacts, (facts) => {
        expect(charges(stepDialog({ kind: 'yes' }, facts, NOW).effects)).toEqual([]);
      }),
      { numRuns: 2_000 },
    );
  });

  it('never moves while a payment is under way, and no question is asked then', () => {
    always((_, facts, effects) => {
      if (!facts.paymentInFlight) return;
      expect(effects.map((effect) => effect.do)).not.toContain('charge');
      expect(effects.map((effect) => effect.do)).not.toContain('ask-to-pay');
    });
  });

  it('never moves for an amount that is not what is due or less, nor from a card other than the one that was stated', () => {
    let split = 0;
    always((_, facts, effects) => {
      for (const offer of charges(effects)) {
        const parts = offer.parts ?? [
          { invoiceId: offer.invoiceId, amountMinor: offer.amount.minor, isPartial: false },
        ];
        if (offer.parts) split += 1;
        for (const { invoiceId, amountMinor, isPartial } of parts) {
          const bill = facts.bills.find((one) => one.invoiceId === invoiceId);
          expect(bill?.amountDue.currency).toBe(offer.amount.currency);
          expect(amountMinor).toBeLessThanOrEqual(bill?.amountDue.minor ?? 0);
          expect(isPartial || amountMinor === bill?.amountDue.minor).toBe(true);
        }
        expect(facts.bills.find((one) => one.invoiceId === offer.invoiceId)?.method?.id).toBe(offer.methodId);
      }
    });
    expect(split).toBeGreaterThan(10);
  });

  it('never moves on an offer that has expired, twice in one step, or on words that came moments ago', () => {
    always((_, facts, effects) => {
      const moved = charges(effects);
      expect(moved.length).toBeLessThanOrEqual(1);
      for (const offer of moved) {
        expect(offer.expiresAt.getTime()).toBeGreaterThan(NOW.getTime());
        expect(facts.isEcho).toBe(false);
      }
    });
  });
});

describe('a step', () => {
  it('says one thing at the most, and nothing beside a charge: the outcome of that is told when it is known', () => {
    always((_, __, effects) => {
      const spoken = effects.filter(({ do: act }) =>
        ['say', 'ask-to-pay', 'repeat-receipt', 'charge', 'show-menu', 'undo', 'promise'].includes(act),
      );
      expect(spoken.length).toBeLessThanOrEqual(1);
    });
  });

  it('asks about no more than is due, with the card of the first bill and a fresh code, and closes what it replaces', () => {
    let asked = 0;
    always((_, facts, effects) => {
      const ask = effects.find((effect) => effect.do === 'ask-to-pay');
      if (ask?.do !== 'ask-to-pay') return;
      asked += 1;
      expect(ask.parts.map(({ invoiceId }) => invoiceId)).toEqual(
        ask.bills.map(({ invoiceId }) => invoiceId),
      );
      expect(ask.amount.minor).toBe(ask.parts.reduce((sum, { amountMinor }) => sum + amountMinor, 0));
      for (const [at, bill] of ask.bills.entries()) {
        const part = ask.parts[at];
        expect(facts.bills).toContain(bill);
        expect(bill.amountDue.currency).toBe(ask.amount.currency);
        expect(part?.amountMinor).toBeGreaterThan(0);
        expect(part?.isPartial).toBe((part?.amountMinor ?? 0) < bill.amountDue.minor);
        expect(part?.amountMinor).toBeLessThanOrEqual(bill.amountDue.minor);
      }
      expect(ask.method).toEqual(ask.bills[0]?.method);
      expect(ask.code).toBe(facts.freshCode);
      const closed = effects.flatMap((effect) => (effect.do === 'close-offer' ? [effect.offerId] : []));
      expect(closed).toEqual(facts.offer?.kind === 'question' ? [facts.offer.id] : []);
    });
    expect(asked).toBeGreaterThan(100);
  });

  it('is the same for the same words, facts and instant', () => {
    always((intent, facts, effects) => {
      expect(stepDialog(intent, facts, NOW).effects).toEqual(effects);
    });
  });
});
