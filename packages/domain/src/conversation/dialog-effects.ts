import type { Language } from '../locale/language.ts';
import type { Money } from '../money/money.ts';
import type { CardFace } from '../payment/outcome.ts';
import type { AgreedPart } from '../payment/payment-part.ts';
import type { PlanProposal } from '../plan/plan.ts';
import type {
  AutopayOffer,
  DialogBill,
  DialogPlan,
  OpenBill,
  OpenOffer,
  PlanQuestion,
  StoredCard,
} from './dialog.ts';

/** What is to be done, in order; the flow performs it and decides nothing. */
export type DialogEffect =
  | ({ do: 'ask-to-pay' } & PayQuestion)
  | { do: 'close-offer'; offerId: string; as: 'declined' | 'superseded' }
  | { do: 'charge'; offer: OpenOffer }
  /** Takes a payment back that was approved minutes ago; what came of it is told when it is known. */
  | { do: 'undo'; paymentId: string }
  /** Notes that so much will be paid on an account by a day (`YYYY-MM-DD`), and says so. */
  | { do: 'promise'; accountId: string; amount: Money; day: string }
  /** Makes a bill due on another day (`YYYY-MM-DD`), and says so. */
  | { do: 'move-due'; invoiceId: string; day: string }
  /** Offers a payment plan, and remembers what was stated; it takes the place of any question. */
  | { do: 'offer-plan'; bill: DialogBill; plan: PlanProposal; code: string }
  | { do: 'close-plan-offer'; offerId: string; as: 'declined' }
  /** Makes the plan that was offered. */
  | { do: 'start-plan'; offer: PlanQuestion }
  /** Texts a list of bills and remembers its numbers. */
  | { do: 'show-menu'; bills: readonly DialogBill[]; total: Money | undefined }
  | { do: 'revoke-consent' }
  /** Notes that the customer wants no contact about the debt by any channel; their own START ends it. */
  | { do: 'flag-cease' }
  | { do: 'restore-consent' }
  | { do: 'confirm-consent' }
  | { do: 'decline-consent' }
  /** Texts that nobody asked for wait until a person, or the customer, decides. */
  | { do: 'hold-texts' }
  | { do: 'release-texts' }
  | { do: 'break-phone-from-account' }
  | { do: 'set-language'; to: Language }
  | { do: 'set-links'; isWanted: boolean }
  | { do: 'bring-paper-back' }
  /** What was overpaid is a credit from now on, with the customer's consent in their own words. */
  | { do: 'keep-overpayment'; creditId: string }
  /** Asks whether to charge an account's bills by themselves, in the words of the mandate; `total` is what is open and charged too. */
  | { do: 'ask-autopay'; accountId: string; method: StoredCard; total: Money | undefined; code: string }
  | { do: 'close-autopay-offer'; offerId: string; as: 'declined' | 'superseded' }
  /** Takes the mandate that a question stated. */
  | { do: 'begin-autopay'; offer: AutopayOffer }
  /** No account of the phone is charged by itself any more. */
  | { do: 'end-autopay' }
  | { do: 'call-person'; why: CallReason }
  | { do: 'repeat-receipt'; paymentId: string }
  | { do: 'say'; what: Saying };

export type CallReason = 'asked' | 'question' | 'wrong-party' | 'unclear-stop' | 'cease';

/** A question that YES with its code takes up: what goes to which bill, from which card. */
export interface PayQuestion {
  /** The bills that it is about, each once. */
  bills: readonly DialogBill[];
  /** What it asks for in all, for the bills. */
  amount: Money;
  /** What is added for paying by this card; nothing where absent. */
  feeMinor?: number;
  /** What of it goes to which of them, in their order. */
  parts: readonly AgreedPart[];
  method: StoredCard;
  code: string;
  because?: AskAgain;
  /** It is for what is due of a plan: the number of the last part of it that is, and how many there are. */
  instalment?: { number: number; count: number };
}

/** Why a question is asked a second time. */
export type AskAgain = 'expired' | 'changed' | 'code';

/** Answers that move nothing. */
export type Saying =
  | { kind: 'nothing-due' }
  | { kind: 'no-card'; bill: OpenBill }
  /** Several bills where a list cannot be chosen from by number: too many, or none of them has a card. */
  | { kind: 'several-bills'; count: number; total: Money | undefined; first: OpenBill }
  /** The biller takes whole bills only. */
  | { kind: 'whole-bills-only'; bill: OpenBill }
  | { kind: 'amount-not-possible'; least: Money; most: Money }
  | { kind: 'checking'; amount: Money }
  | { kind: 'nothing-asked' }
  | { kind: 'not-charged'; invoiceId: string }
  | { kind: 'undo-too-late'; amount: Money }
  | { kind: 'undo-nothing' }
  | { kind: 'balance'; count: number; total: Money; first: OpenBill }
  | { kind: 'later'; count: number; total: Money; first: OpenBill }
  /** Plans are agreed on with a person. */
  | { kind: 'plan' }
  | { kind: 'plan-not-possible' }
  | { kind: 'plan-running'; plan: DialogPlan; bill: DialogBill }
  | { kind: 'promise-how' }
  /** The day, or the amount, is none that the biller takes a promise for. */
  | { kind: 'promise-not-possible'; latest: string }
  | { kind: 'promise-amount-not-possible'; least: Money; most: Money }
  | { kind: 'who' }
  /** The link was asked for, so it is sent also to who wants texts without links. */
  | { kind: 'link'; invoiceId: string }
  | { kind: 'card-link'; invoiceId: string }
  | { kind: 'autopay-link'; invoiceId: string }
  | { kind: 'autopay-on'; card: CardFace; invoiceId: string | undefined }
  | { kind: 'autopay-off' }
  | { kind: 'paper-on' }
  | { kind: 'overpayment-kept'; amount: Money }
  | { kind: 'links-on' }
  | { kind: 'links-off' }
  | { kind: 'language-changed'; to: Language }
  | { kind: 'language-choices' }
  /** What can be said, and that a person reads what was. */
  | { kind: 'menu' }
  | { kind: 'help' }
  /** `asksWhich` where they may keep the texts about bills by saying BILLS. */
  | { kind: 'stop-confirmed'; asksWhich?: true }
  | { kind: 'start-confirmed' }
  /** Somebody joined by a YES; told with it is when the next statement comes. */
  | { kind: 'opt-in-confirmed' }
  | { kind: 'marketing-confirmed' }
  | { kind: 'person-coming' }
  | { kind: 'question-received' }
  /** A person reads whether it was meant as a STOP; the word itself would settle it. */
  | { kind: 'stop-unclear' }
  | { kind: 'card-number-removed'; bill: OpenBill | undefined }
  | { kind: 'wrong-party-noted' };
