import type { DialogFacts, OpenBill, OpenOffer, StoredCard } from '../../src/conversation/dialog.ts';
import type { DialogEffect } from '../../src/conversation/dialog-effects.ts';
import type { Intent } from '../../src/conversation/intent.ts';
import { stepDialog } from '../../src/conversation/step-dialog.ts';
import { money } from '../../src/money/money.ts';
import { DEFAULT_MONEY_RULES } from '../../src/payment/money-rules.ts';
import type { AgreedPart } from '../../src/payment/payment-part.ts';

export const NOW = new Date('2026-11-20T15:00:00Z');
export const HOUR = 3_600_000;
export const ago = (ms: number) => new Date(NOW.getTime() - ms);

export const usd = (minor: number) => money(minor, 'USD');
export const BILL: OpenBill = { invoiceId: 'b1', number: 'C-1', amountDue: usd(8420), dueOn: '2026-11-27' };
export const OTHER: OpenBill = { invoiceId: 'b2', number: 'C-2', amountDue: usd(1580), dueOn: '2026-12-04' };
export const CARD = { brand: 'Visa', last4: '1111', expMonth: 12, expYear: 2029 };
const QUESTION: OpenOffer = {
  id: 'question',
  kind: 'question',
  invoiceId: 'b1',
  methodId: 'card',
  amount: usd(8420),
  code: '73',
  expiresAt: ago(-HOUR),
};

/** Facts with one card and one switch for all bills, as where one account has them all. */
export type Situation = Omit<DialogFacts, 'bills'> & {
  bills: OpenBill[];
  method: StoredCard | undefined;
  isOneReplyOn: boolean;
};

/** Somebody with one bill and one card, of whom nothing was asked yet. */
const FACTS: Situation = {
  language: 'en',
  today: '2026-11-20',
  rules: DEFAULT_MONEY_RULES,
  bills: [BILL],
  billCount: 1,
  totalDue: usd(8420),
  method: { id: 'card', card: CARD },
  isOneReplyOn: false,
  offer: undefined,
  openOffers: 0,
  menu: undefined,
  heldSince: undefined,
  isToldToday: false,
  paymentInFlight: undefined,
  lastPaid: undefined,
  isEcho: false,
  consent: 'confirmed',
  hasCarrierAnswered: false,
  stopConfirmedAt: undefined,
  freshCode: '41',
};

export function situation(changes: Partial<Situation>): DialogFacts {
  const { bills, method, isOneReplyOn, ...facts } = { ...FACTS, ...changes };
  return { ...facts, bills: bills.map((bill) => ({ ...bill, accountId: 'a1', method, isOneReplyOn })) };
}

export const asked = (offer: Partial<OpenOffer> = {}) => ({
  offer: { ...QUESTION, ...offer },
  openOffers: 1,
});
export const stated = (offer: Partial<OpenOffer> = {}) => ({
  ...asked({ id: 'bill-text', kind: 'bill', ...offer }),
  isOneReplyOn: true,
});
export const paid = (msAgo: number) => ({
  lastPaid: { paymentId: 'p1', invoiceId: 'b1', paidAt: ago(msAgo), amount: usd(8420), isComingBack: false },
});
export const confirmed = (msAgo: number) => ({ stopConfirmedAt: ago(msAgo) });
export const NO_BILL = { bills: [], billCount: 0, totalDue: undefined };
export const TWO_BILLS = { bills: [BILL, OTHER], billCount: 2, totalDue: usd(10_000) };
export const IN_FLIGHT = { paymentInFlight: { paymentId: 'p1', amount: usd(8420) } };
export const NEW_CARD = { method: { id: 'new', card: CARD } };
export const NO_CARD = { method: undefined };
export const CARRIER = { hasCarrierAnswered: true };

const briefPart = ({ invoiceId, amountMinor, isPartial }: AgreedPart) =>
  isPartial ? `${amountMinor} of ${invoiceId}` : invoiceId;

/** An effect in a few words. */
function brief(effect: DialogEffect): string {
  switch (effect.do) {
    case 'ask-to-pay':
      return `ask ${effect.parts.map(briefPart).join('+')} ${effect.code}${effect.because ? `, ${effect.because}` : ''}`;
    case 'close-offer':
      return `close ${effect.offerId} ${effect.as}`;
    case 'charge':
      return `charge ${effect.offer.id}`;
    case 'call-person':
      return `call ${effect.why}`;
    case 'undo':
      return `undo ${effect.paymentId}`;
    case 'promise':
      return `promise ${effect.accountId} ${effect.amount.minor} ${effect.day}`;
    case 'show-menu':
      return `menu ${effect.bills.map(({ invoiceId }) => invoiceId).join(' ')}`;
    case 'set-language':
      return `language ${effect.to}`;
    case 'set-links':
      return `links ${effect.isWanted ? 'on' : 'off'}`;
    case 'repeat-receipt':
      return `receipt ${effect.paymentId}`;
    case 'say':
      return `say ${effect.what.kind}`;
    default:
      return effect.do;
  }
}

/** What a text leads to with these facts: "outcome: effect + effect". */
export function outcomeOf(intent: Intent, changes: Partial<Situation>): string {
  const { outcome, effects } = stepDialog(intent, situation(changes), NOW);
  return `${outcome}: ${effects.map(brief).join(' + ')}`;
}
