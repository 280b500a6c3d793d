import type { BillChangeKind } from '@kvitt/domain/document/documents';
import type { Usage } from '@kvitt/domain/invoice/compare-usage';
import type { Money } from '@kvitt/domain/money/money';
import type { CardFace, DeclineKind } from '@kvitt/domain/payment/outcome';
import type { WalletKind } from '@kvitt/domain/payment/payment-method';
import type { PaySplit } from './pay-split.ts';
import type { PlanGlance } from './plan-view.ts';

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
  /** What it is made of, each line with its tax; absent or empty where it came without lines. */
  lines?: { description: string; amount: Money }[];
  /** What moved what is due since, oldest first: below nothing where it was paid or taken off. Absent or empty on most bills. */
  changes?: { on: string; kind: BillChangeKind; amount: Money }[];
  /** The number of the bill whose place it takes. */
  replaces?: string;
  /** The last day on which it is paid with its early-payment discount, `YYYY-MM-DD`. */
  discountUntil?: string;
  /** The day on which it is due may be chosen. */
  mayMoveDue?: boolean;
  /** What was used, beside earlier bills; absent where its lines say nothing of it, and to who has only the link. */
  usage?: readonly Usage[];
  /** The plan that it is paid by, or that can be chosen. */
  plan?: PlanGlance;
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
  /** The wallets that the merchant account takes for this currency; a device may have none of them. */
  wallets?: readonly WalletKind[];
  googleMerchantId?: string;
}

export interface ReceiptView {
  paymentId: string;
  /** Short, speakable, unique to the biller: "8F3K21". */
  reference: string;
  amount: Money;
  /** What of it was added for paying by card. */
  fee?: Money;
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
