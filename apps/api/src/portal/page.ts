import type { AdjustmentKind } from '@kvitt/domain/invoice/adjustment';
import type { Language } from '@kvitt/domain/locale/language';
import type { Money } from '@kvitt/domain/money/money';
import type { CardFace, DeclineKind } from '@kvitt/domain/payment/outcome';
import type { AccountView, PaySplit } from './account-views.ts';
import type { CardAnswer, CardView } from './card-view.ts';
import type { JoinView } from './join-view.ts';

/**
 * What the server says to the pay portal about one request: everything a page needs, and nothing that a link alone
 * may not show (the customer's name comes masked already). It is both the input of server rendering and the `#state`
 * that the page takes over in the browser, so it is plain JSON: dates are ISO strings.
 */
export interface PortalPage {
  language: Language;
  /** True where the language came from the address (`?lang=es`): links and forms of the page then carry it on. */
  isLanguageChosen?: boolean;
  /** IANA zone of the customer: every date on the page is said in it. */
  timeZone: string;
  /** Today in that zone, `YYYY-MM-DD`: the page has no clock of its own, or server and browser would differ. */
  today: string;
  biller: BillerView;
  /** The capability in the address, or `join/{biller}`: the base of every link and form on the page, `/{token}/pay` … */
  token: string;
  /** How every genuine link of this deployment begins, "https://pay.example.com/": said where an address leads nowhere. */
  linkPrefix: string;
  /** True with sandbox parts: the page says so, visibly. */
  isSandbox: boolean;
  /** This browser has proved whose account it is: the pages behind the step-up open to it. */
  isUnlocked: boolean;
  view: PortalView;
  /** The one card beside the bill; only ever for who has proved whose the account is. */
  card?: CardView;
}

export type PortalView =
  | AccountView
  | JoinView
  | { kind: 'card-answer'; answer: CardAnswer }
  | { kind: 'bill'; bill: BillView }
  | { kind: 'pay'; bill: BillView; pay: PayStep }
  /** The money moved: the receipt. */
  | { kind: 'settled'; receipt: ReceiptView }
  /** The processor's answer was lost; the page asks again (tRPC `payment.state`) and says that nobody pays twice. */
  | { kind: 'checking'; bill: BillView; paymentId: string }
  /** Nothing is due on this bill (any more); with the receipt where it was paid here. */
  | { kind: 'nothing-due'; bill: BillView; receipt?: ReceiptView }
  /** The link is too old, or was taken back: one button texts a fresh one to the phone on file (POST `/{token}/fresh`). */
  | { kind: 'expired'; phoneTail: string }
  | { kind: 'fresh-link-sent'; phoneTail: string }
  /** No bill under this address. `biller` is then the deployment's own default. */
  | { kind: 'unknown-link' }
  /** Too many tries from this address. */
  | { kind: 'slow-down'; retryAfterSeconds: number };

export interface BillerView {
  name: string;
  /** `#rrggbb`, the biller's own; the page corrects its contrast itself. */
  accent: string;
  supportPhone: string;
  supportEmail?: string;
}

export interface BillView {
  /** The biller's own number of the bill, as printed on paper. */
  number: string;
  /** "C••••y R•••a": as much as a link alone may show. */
  maskedName: string;
  /** What the bill is for, in the biller's words. */
  description: string;
  total: Money;
  amountDue: Money;
  /** `YYYY-MM-DD`. */
  issuedOn: string;
  dueOn: string;
  /** Negative where the due date has passed. */
  daysUntilDue: number;
  /** What was already paid towards it, oldest first; empty on most bills. */
  payments: { on: string; amount: Money }[];
  /** What it is made of, each line with its tax; absent or empty where it came without lines. */
  lines?: { description: string; amount: Money }[];
  /** What else changed what is due, oldest first: below nothing where it was taken off. */
  changes?: { on: string; kind: AdjustmentKind | 'given-back'; amount: Money }[];
  /** The number of the bill whose place it takes. */
  replaces?: string;
  /** The last day on which it is paid with its early-payment discount, `YYYY-MM-DD`. */
  discountUntil?: string;
  /** The day on which it is due may be chosen. */
  mayMoveDue?: boolean;
}

export interface PayStep {
  /** Names this try: made when the page was made, so that sending the form twice is one payment. */
  paymentId: string;
  /** What is paid in all, and on which bills; the whole of the link's bill where nothing else was chosen. */
  total: Money;
  split: readonly PaySplit[];
  /** The split as forms and addresses carry it. */
  parts: string;
  fields: CardFieldsSetup;
  /** Why the customer is here again: the last try's refusal, or that the amount has changed meanwhile. */
  problem?:
    | { kind: 'declined'; decline: DeclineKind; card?: CardFace }
    | { kind: 'amount-changed' }
    | { kind: 'not-ready' };
  /** Saved cards could be used instead. */
  hasSavedCards?: boolean;
}

/**
 * Which client the processor's card fields run on. `vendor`: the processor's own script hosts. `local-emulator`: the
 * sandbox's stand-in fields under the same library, its client a module on our own origin; never in production.
 */
export interface CardFieldsSetup {
  /** The bank asked for it the last time: the page has the card's holder confirm the payment there, and says so with the form. */
  mustAuthenticate?: boolean;
  mode: 'vendor' | 'local-emulator';
  authorization: string;
  /** Own-origin address of the module that makes the emulator's client; only with `local-emulator`. */
  clientModule?: string;
}

export interface ReceiptView {
  paymentId: string;
  /** Short, speakable, unique to the biller: "8F3K21". */
  reference: string;
  amount: Money;
  /** ISO instant. */
  paidAt: string;
  card?: Pick<CardFace, 'brand' | 'last4'>;
  invoiceNumber: string;
  /** What is still due on the bills that it pays. */
  remaining: Money;
  /** What went to which bill; one line for most payments. */
  split: readonly { invoiceNumber: string; amount: Money; remaining: Money }[];
  /** The card is kept, and the next bill can be paid by answering PAY. */
  isCardKept: boolean;
}
