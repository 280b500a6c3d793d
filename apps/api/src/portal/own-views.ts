import type { OwnDataRoom } from '@kvitt/db/customer/load-own-data';
import type { CreditKind } from '@kvitt/domain/credit/credit';
import type { Money } from '@kvitt/domain/money/money';

/** What customers arrange for themselves, behind the step-up: pages that need no script. */
export type OwnView =
  | { kind: 'paperless'; paperless: PaperlessStep }
  | { kind: 'payers'; payers: PayersStep }
  | { kind: 'phones'; phones: PhonesStep }
  | { kind: 'own-data'; own: OwnDataView }
  | { kind: 'passkeys'; passkeys: PasskeysStep }
  /** The link of an invited payer that is too old, or was taken back. */
  | { kind: 'guest-over' };

/** Others who are asked to pay a bill, each by a link of their own. */
export interface PayersStep {
  /** Names the next link. */
  inviteId: string;
  /** The bill's own number. */
  number: string;
  amountDue: Money;
  invites: readonly { inviteId: string; forWhom: string; madeOn: string; endsOn: string; number: string }[];
  /** The link that was just made; it is shown once. */
  made?: string;
  /** Other phones of the account, to which it can be texted. */
  phones: readonly { phoneId: string; tail: string }[];
  done?: 'ended' | 'texted';
  problem?: 'too-many' | 'cannot-text';
}

/** Which phones are texted about an account, and how that moves to another one. */
export interface PhonesStep {
  phones: readonly { phoneId: string; tail: string; isTexted: boolean }[];
  /** The words that are agreed to for a new number. */
  words: string;
  /** A move that waits, and until when it can be called off: an ISO instant. */
  move?: { tail: string; atIso: string };
  /** Hours for which the old phone can object, by how this browser has proved whose the account is. */
  coolingHours: number;
  /** A code is on its way to a new number. */
  code?: { joinId: string; phoneTail: string; triesLeft?: number; waitsUntilIso?: string };
  done?: 'added' | 'asked' | 'called-off';
  problem?:
    | 'not-agreed'
    | 'not-a-phone'
    | 'not-a-mobile'
    | 'joined-already'
    | 'stopped'
    | 'asked-already'
    | 'too-often'
    | 'over'
    | 'not-ours';
}

/** Which passkeys open the account. */
export interface PasskeysStep {
  passkeys: readonly { passkeyId: string; addedOn: string; usedOn?: string }[];
  /** This browser was opened by a code from the phone on file, or by a passkey. */
  mayAdd: boolean;
  phoneTail: string;
  /** `closed` it was removed, and what it had opened on other browsers was closed. */
  done?: 'added' | 'removed' | 'closed';
}

/** All that is held about an account, in short, and what becomes of it where its customer wants to be forgotten. */
export interface OwnDataView {
  person: { name: string; number: string; postalCode?: string; dateOfBirth?: string };
  rooms: readonly { room: OwnDataRoom; count: number }[];
  /** The latest texts, as they were sent and received. */
  texts: readonly { at: string; isOurs: boolean; body: string }[];
  consents: readonly { at: string; words: string }[];
  hasOpenBills: boolean;
  /** Asked before, and when: an ISO instant. */
  askedAt?: string;
  isDone: boolean;
  problem?: 'not-agreed';
}

/** Bills without paper: what is told before, how it is agreed to, and how paper comes back. */
export interface PaperlessStep {
  isOn: boolean;
  /** What was or is agreed to, a paragraph each; the last one is the agreement itself. */
  words: readonly string[];
  /** Which version of them, as `key@version`: what is agreed to is what was shown. */
  wordingKey: string;
  /** What the account gets for it; absent where it had it before, or the biller gives nothing. */
  gift?: Money;
  /** Within so many days from now the credit goes with it, as far as it is unused. */
  keepDays: number;
  credits: readonly CreditLine[];
  done?: 'on' | 'off';
  problem?: 'wrong-code' | 'not-agreed' | 'new-wording' | 'stopped' | 'no-phone';
}

/** A credit of the account, and what is left of it. */
export interface CreditLine {
  creditId: string;
  kind: CreditKind;
  amount: Money;
  left: Money;
  /** `YYYY-MM-DD`. */
  grantedOn: string;
  expiresOn?: string;
  /** Only of what was overpaid, as long as nobody has decided: it is the customer's to say; or they asked for it back. */
  choice?: 'open' | 'asked-back';
}
