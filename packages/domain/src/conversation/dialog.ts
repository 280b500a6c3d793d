import type { ConsentState } from '../consent/consent.ts';
import type { Money } from '../money/money.ts';
import type { CardFace } from '../payment/outcome.ts';
import type { AgreedPart } from '../payment/payment-part.ts';

/**
 * The question that waits for an answer: amount and card as they were stated. `question` was asked in answer to PAY
 * and is taken up by its code; `bill` is a bill's own text that stated both, taken up by PAY where the customer has
 * switched one-reply pay on.
 */
export interface OpenOffer {
  id: string;
  kind: 'question' | 'bill';
  invoiceId: string;
  methodId: string;
  /** What the question stated in all. */
  amount: Money;
  /** What of it goes to which bill, the first being `invoiceId`; absent where it is the whole of that one bill. */
  parts?: readonly AgreedPart[];
  code: string;
  expiresAt: Date;
}

export interface OpenBill {
  invoiceId: string;
  number: string;
  amountDue: Money;
  /** `YYYY-MM-DD`. */
  dueOn: string;
}

/** Everything that the answer to a text can depend on, read in one transaction. */
export interface DialogFacts {
  /** Bills with something due, soonest due first, over all accounts of the phone; at most a few of them. */
  bills: readonly OpenBill[];
  /** How many there are in all, and what they come to; one currency or none. */
  billCount: number;
  totalDue: Money | undefined;
  /** The stored card that PAY would charge; undefined where none is kept. */
  method: { id: string; card: CardFace } | undefined;
  isOneReplyOn: boolean;
  /** The latest open question, expired or not. */
  offer: OpenOffer | undefined;
  /** Open offers in all: one-reply pay wants exactly one. */
  openOffers: number;
  /** A payment of one of these bills whose outcome is still open. */
  paymentInFlight: { paymentId: string; amount: Money } | undefined;
  /** The phone's latest approved payment, for a PAY that comes again. */
  lastPaid: { paymentId: string; invoiceId: string; paidAt: Date } | undefined;
  /** The same words came from this phone moments ago, under another id of the carrier's. */
  isEcho: boolean;
  consent: ConsentState | undefined;
  /** The phone was asked whether it agrees to texts, to whichever, and has not answered. */
  isOptInPending?: boolean;
  /** Whether the carrier has sent its own answer to STOP or HELP already. */
  hasCarrierAnswered: boolean;
  /** When the confirmation of STOP was last queued for this phone; undefined where never since the last START. */
  stopConfirmedAt: Date | undefined;
  /** A code for a new question, two digits, not the open one's. */
  freshCode: string;
}

/** What is to be done, in order; the flow performs it and decides nothing. */
export type DialogEffect =
  | { do: 'ask-to-pay'; bill: OpenBill; methodId: string; card: CardFace; code: string; because?: AskAgain }
  | { do: 'close-offer'; offerId: string; as: 'declined' | 'superseded' }
  | { do: 'charge'; offer: OpenOffer }
  | { do: 'revoke-consent' }
  | { do: 'restore-consent' }
  | { do: 'confirm-consent' }
  | { do: 'decline-consent' }
  | { do: 'break-phone-from-account' }
  | { do: 'call-person'; why: 'asked' | 'question' | 'wrong-party' | 'unclear-stop' | 'cease' }
  | { do: 'repeat-receipt'; paymentId: string }
  | { do: 'say'; what: Saying };

/** Why a question is asked a second time. */
export type AskAgain = 'expired' | 'changed' | 'code';

/** Answers that move nothing. */
export type Saying =
  | { kind: 'nothing-due' }
  | { kind: 'no-card'; bill: OpenBill }
  | { kind: 'several-bills'; count: number; total: Money; first: OpenBill }
  | { kind: 'amount-by-link'; bill: OpenBill }
  | { kind: 'checking'; amount: Money }
  | { kind: 'nothing-asked' }
  | { kind: 'not-charged'; invoiceId: string }
  | { kind: 'balance'; count: number; total: Money; first: OpenBill }
  | { kind: 'help' }
  | { kind: 'stop-confirmed' }
  | { kind: 'start-confirmed' }
  | { kind: 'person-coming' }
  | { kind: 'question-received' }
  | { kind: 'card-number-removed'; bill: OpenBill | undefined }
  | { kind: 'wrong-party-noted' };

/** The one outcome that each inbound text has; stored with it. */
export type InboundOutcome =
  | 'asked'
  | 'charging'
  | 'receipt-repeated'
  | 'answered'
  | 'opted-out'
  | 'opted-in'
  | 'passed-to-person'
  | 'echo'
  | 'declined-offer'
  | 'card-number-removed'
  | 'ignored';
