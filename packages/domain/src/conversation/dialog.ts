import type { ConsentState } from '../consent/consent.ts';
import type { Language } from '../locale/language.ts';
import type { Money } from '../money/money.ts';
import type { MoneyRules } from '../payment/money-rules.ts';
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
  /** What the question stated in all, for the bills. */
  amount: Money;
  /** What it stated besides, for paying by this card; minor units, nothing where absent. */
  feeMinor?: number;
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

/** A stored card, and what of it may be shown. */
export interface StoredCard {
  id: string;
  card: CardFace;
}

/** An open bill with what its own account has agreed to: a phone may serve the accounts of several people. */
export interface DialogBill extends OpenBill {
  accountId: string;
  /** The card that PAY would charge for it; undefined where its account keeps none. */
  method: StoredCard | undefined;
  isOneReplyOn: boolean;
}

/** The list of bills that was texted last: its numbers, from 1, and until when they answer it. */
export interface BillMenu {
  invoiceIds: readonly string[];
  expiresAt: Date;
}

/** A payment that was approved. */
export interface LastPaid {
  paymentId: string;
  /** The first of its bills. */
  invoiceId: string;
  paidAt: Date;
  amount: Money;
  /** It is being taken back or refunded already, whole or in part. */
  isComingBack: boolean;
}

/** A payment plan that an account of the phone pays by, as it stands today. */
export interface DialogPlan {
  accountId: string;
  /** Its bills. */
  invoiceIds: readonly string[];
  /** What PAY is for: all that is due by today, or the next instalment. */
  next: { number: number; dueOn: string; amount: Money };
  /** How many instalments there are, and how many of them are paid. */
  count: number;
  paid: number;
  left: Money;
}

/** A plan that was offered in the thread, as it was stated. */
export interface PlanQuestion {
  id: string;
  accountId: string;
  total: Money;
  parts: number;
  /** `YYYY-MM-DD`. */
  firstOn: string;
  code: string;
  expiresAt: Date;
}

/** The question whether to charge bills by themselves, as it was texted. */
export interface AutopayOffer {
  id: string;
  accountId: string;
  methodId: string;
  /** What it said is open, and would be charged too; minor units, 0 where nothing was. */
  statedMinor: number;
  code: string;
  expiresAt: Date;
}

/** What is known of charging by itself on the accounts of a phone. */
export interface AutopayFacts {
  /** Those that are not over, with the card of each. */
  mandates: readonly { accountId: string; card: CardFace }[];
  /** The latest open question about it, expired or not. */
  offer: AutopayOffer | undefined;
  /** The account that a mandate by text would be for, and its card; undefined where several are served, or none has a card. */
  candidate?: { accountId: string; method: StoredCard };
}

/** Everything that the answer to a text can depend on, read in one transaction. */
export interface DialogFacts {
  /** The customer's language and own calendar date, `YYYY-MM-DD`. */
  language: Language;
  today: string;
  /** What the biller has decided about money. */
  rules: MoneyRules;
  /** Bills with something due, soonest due first, over all accounts of the phone; at most a few of them. */
  bills: readonly DialogBill[];
  /** How many there are in all, and what they come to; one currency or none. */
  billCount: number;
  totalDue: Money | undefined;
  /** The latest open question, expired or not. */
  offer: OpenOffer | undefined;
  /** Open offers in all that have not expired: one-reply pay wants exactly one. */
  openOffers: number;
  /** The plans that accounts of the phone pay by. */
  plans?: readonly DialogPlan[];
  /** The latest offer of a plan, expired or not, where nothing was asked since; loaded for who may answer it. */
  planOffer?: PlanQuestion | undefined;
  /** What a plan of the account of the bill due first would be about; loaded for who asks for one. */
  planDue?: Money | undefined;
  /** The latest list of bills, expired or not; undefined where none was ever texted. */
  menu: BillMenu | undefined;
  /** A payment of one of these bills whose outcome is still open. */
  paymentInFlight: { paymentId: string; amount: Money } | undefined;
  /** The phone's latest approved payment, for a PAY that comes again and for UNDO. */
  lastPaid: LastPaid | undefined;
  /** The same words came from this phone moments ago, under another id of the carrier's, and nothing since. */
  isEcho: boolean;
  consent: ConsentState | undefined;
  /** The phone was asked whether it agrees to texts, to whichever, and has not answered. */
  isOptInPending?: boolean;
  /** Whether the carrier has sent its own answer to STOP, START or HELP already. */
  hasCarrierAnswered: boolean;
  /** When the confirmation of STOP was last queued for this phone; undefined where never since the last START. */
  stopConfirmedAt: Date | undefined;
  /** Since when texts to the phone are held for a person to decide; undefined where they are not. */
  heldSince: Date | undefined;
  /** Whether the customer was told today what can be said. */
  isToldToday: boolean;
  /** They agreed to advertising too before this STOP: it may ask whether texts about bills go on (64.1200(a)(12)). */
  mayKeepBills?: boolean;
  /** Our confirmation of their STOP asked that, moments ago, and BILLS answers it. */
  isAskedWhich?: boolean;
  /** What the phone was asked about and has not answered is advertising. */
  isMarketingPending?: boolean;
  /** Only where autopay, YES or NO was said. */
  autopay?: AutopayFacts;
  /** What was paid beyond what was due, of which nobody has decided yet; loaded for who says KEEP. */
  overpaid?: { creditId: string; amount: Money };
  /** The day, `YYYY-MM-DD`, on which LATER makes the one open bill due; undefined where its day stands. */
  laterOn?: string;
  /** Where the payers of each account may be; loaded where the biller adds a fee for paying by card. */
  payerPlaces?: ReadonlyMap<string, readonly string[]>;
  /** A code for a new question, two digits, not the open one's. */
  freshCode: string;
}

/** The one outcome that each inbound text has; stored with it. */
export type InboundOutcome =
  | 'asked'
  | 'charging'
  | 'undoing'
  | 'receipt-repeated'
  | 'answered'
  | 'changed-setting'
  | 'opted-out'
  | 'opted-in'
  | 'passed-to-person'
  | 'echo'
  | 'declined-offer'
  | 'card-number-removed'
  | 'ignored';
