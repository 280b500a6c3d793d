import type { Language } from '@kvitt/domain/locale/language';
import type { AccountView } from './account-views.ts';
import type { BillView, PayStep, ReceiptView } from './bill-views.ts';
import type { CardAnswer, CardView } from './card-view.ts';
import type { JoinView } from './join-view.ts';
import type { CreditLine, OwnView } from './own-views.ts';

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
  /** The link is that of an invited payer: the page offers to pay, and nothing of the account. */
  isGuest?: boolean;
  view: PortalView;
  /** What the account overpaid and nobody has decided of; only ever for who has proved whose the account is. */
  overpaid?: CreditLine;
  /** The one card beside the bill; only ever for who has proved whose the account is. */
  card?: CardView;
}

export type PortalView =
  | AccountView
  | JoinView
  | OwnView
  | { kind: 'card-answer'; answer: CardAnswer }
  | { kind: 'bill'; bill: BillView }
  | { kind: 'pay'; bill: BillView; pay: PayStep }
  /** The money moved: the receipt. */
  | { kind: 'settled'; receipt: ReceiptView }
  /** A receipt by an address of its own, for whoever has that. */
  | { kind: 'shared-receipt'; receipt: ReceiptView }
  /** The processor's answer was lost; the page asks again (tRPC `payment.state`) and says that nobody pays twice. */
  | { kind: 'checking'; bill: BillView; paymentId: string }
  /** Nothing is due on this bill (any more); with the receipt where it was paid here. */
  | { kind: 'nothing-due'; bill: BillView; receipt?: ReceiptView }
  /** The link is too old, or was taken back: one button texts a fresh one to the phone on file (POST `/{token}/fresh`). */
  | { kind: 'expired'; phoneTail: string }
  | { kind: 'fresh-link-sent'; phoneTail: string }
  /** No bill under this address, or no address at all (`isStart`). `biller` is then the deployment's own default. */
  | { kind: 'unknown-link'; isStart?: boolean }
  /** Too many tries from this address. */
  | { kind: 'slow-down'; retryAfterSeconds: number };

export interface BillerView {
  /** In the address of its manifest; absent where a page is nobody's. */
  slug?: string;
  name: string;
  /** `#rrggbb`, the biller's own; the page corrects its contrast itself. */
  accent: string;
  supportPhone: string;
  supportEmail?: string;
}
