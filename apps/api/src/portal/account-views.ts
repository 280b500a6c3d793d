import type { Money } from '@kvitt/domain/money/money';
import type { PromiseRefusal } from '@kvitt/domain/promise/decide-promise';
import type { BillLine, SavedCard } from './account-parts.ts';
import type { BillView, PayStep } from './bill-views.ts';
import type { NewMethodStep } from './new-method-view.ts';
import type { CreditLine } from './own-views.ts';
import type { PaySplit } from './pay-split.ts';
import type { PlanGlance, PlanStep } from './plan-view.ts';
import type { PreferenceView } from './preference-view.ts';
import type { StatementView } from './statement-view.ts';
import type { StepUpView } from './step-up-view.ts';
import type { ThreadView } from './thread-view.ts';

/** What lies behind the step-up, and the step-up itself: views of pages that need no script at all. */
export type AccountView =
  | { kind: 'step-up'; step: StepUpView }
  | { kind: 'account'; account: AccountOverview }
  | { kind: 'amount'; choice: AmountChoice }
  | { kind: 'pay-saved'; bill: BillView; pay: SavedPayStep }
  | { kind: 'pay-fee'; bill: BillView; pay: FeePayStep }
  | { kind: 'promise'; promise: PromiseStep }
  | { kind: 'autopay'; autopay: AutopayStep }
  | { kind: 'methods'; methods: MethodsStep }
  | { kind: 'plan'; plan: PlanStep }
  | { kind: 'statement'; statement: StatementView }
  | { kind: 'new-method'; step: NewMethodStep }
  | { kind: 'thread'; thread: ThreadView }
  | { kind: 'due-date'; due: DueDateStep }
  | { kind: 'preferences'; preferences: PreferenceView };

export interface AccountOverview {
  firstName: string;
  accountNumber: string;
  /** With something due, the one due first at the beginning. */
  open: readonly BillLine[];
  /** What they come to; absent where they are in several currencies or none is open. */
  total?: Money;
  /** The latest that are settled. */
  settled: readonly BillLine[];
  cards: readonly SavedCard[];
  autopay?: { state: 'on' | 'paused'; card?: SavedCard; next?: { number: string; chargeOn: string } };
  promise?: { amount: Money; dueOn: string };
  plan?: PlanGlance;
  /** What stands to the account's credit. */
  credits: readonly CreditLine[];
  /** What has just been done, said once at the top. */
  done?:
    | 'promise'
    | 'due-date'
    | 'autopay-on'
    | 'autopay-off'
    | 'autopay-skipped'
    | 'credit-kept'
    | 'credit-back';
}

/** How much of what is paid: bills to choose from, and the least part that the biller takes. */
export interface AmountChoice {
  open: readonly BillLine[];
  chosen: string;
  /** The least that is taken towards a bill; absent where whole bills only. */
  least?: Money;
  problem?: 'amount' | 'nothing-chosen';
}

export interface SavedPayStep {
  /** Names this try. */
  paymentId: string;
  split: readonly PaySplit[];
  /** The split as forms and addresses carry it. */
  parts: string;
  total: Money;
  /** Each with what is added for paying by it. */
  cards: readonly (SavedCard & { fee?: Money })[];
  problem?: Exclude<NonNullable<PayStep['problem']>, { kind: 'not-ready' }>;
}

/** A card was entered for which a fee is added: shown, and nothing charged, before it is agreed to. */
export interface FeePayStep {
  /** Names this try. */
  paymentId: string;
  split: readonly PaySplit[];
  parts: string;
  /** What goes to the bills, and what is added. */
  total: Money;
  fee: Money;
  /** The one-time reference to the card that was entered. */
  nonce: string;
  keepCard: boolean;
}

export interface PromiseStep {
  /** Names this promise. */
  promiseId: string;
  due: Money;
  least: Money;
  /** `YYYY-MM-DD`, the first and the last day that the biller accepts. */
  earliest: string;
  latest: string;
  /** A promise that stands already, and that a new one replaces. */
  standing?: { amount: Money; dueOn: string };
  problem?: PromiseRefusal;
}

/** Ways to pay, to choose the one that is charged, to name and to remove; those that a bank has closed are shown as such. */
export interface MethodsStep {
  methods: readonly (SavedCard & { isClosed: boolean; isAutopay: boolean })[];
  done?: 'method-added' | 'method-default' | 'method-named' | 'method-removed';
  problem?: 'autopay-uses-it' | 'in-flight' | 'not-found' | 'expired' | 'closed' | 'too-long';
}

export interface AutopayStep {
  /** Names this mandate. */
  autopayId: string;
  state: 'off' | 'on' | 'paused';
  /** The words of the mandate, as they are agreed to. */
  words: string;
  cards: readonly SavedCard[];
  /** The card that is charged. */
  card?: SavedCard;
  /** Bills that are open now, which autopay may sweep or leave alone. */
  open: readonly BillLine[];
  next: readonly { invoiceId: string; number: string; amount: Money; chargeOn: string }[];
  problem?: 'no-card' | 'not-agreed' | 'on-already';
}

export interface DueDateStep {
  /** Names this move. */
  moveId: string;
  number: string;
  dueOn: string;
  earliest: string;
  latest: string;
  isProblem: boolean;
}
