import { autopayChargesOnce } from './autopay-charges-once.ts';
import { autopayHasAMandate } from './autopay-has-a-mandate.ts';
import { bankDebitsHaveAMandate } from './bank-debits-have-a-mandate.ts';
import { billsArePostedOnce } from './bills-are-posted-once.ts';
import { bonusLedgerBalances } from './bonus-ledger-balances.ts';
import { bonusesAreEarned } from './bonuses-are-earned.ts';
import { capturesArePostedOnce } from './captures-are-posted-once.ts';
import { cardFeesArePostedOnce } from './card-fees-are-posted-once.ts';
import type { Check } from './check.ts';
import { consentStandsAsRecorded } from './consent-stands-as-recorded.ts';
import { creditsAreWhatIsLeft } from './credits-are-what-is-left.ts';
import { disputesArePostedOnce } from './disputes-are-posted-once.ts';
import { everyEntryHasACause } from './every-entry-has-a-cause.ts';
import { everyStepHasItsReason } from './every-step-has-its-reason.ts';
import { everyTextIsAnsweredOnce } from './every-text-is-answered-once.ts';
import { ledgerBalances } from './ledger-balances.ts';
import { noPaymentStaysUnknown } from './no-payment-stays-unknown.ts';
import { noRefundStaysOpen } from './no-refund-stays-open.ts';
import { noReminderAfterPaying } from './no-reminder-after-paying.ts';
import { nobodyPaysTooMuch } from './nobody-pays-too-much.ts';
import { nothingWaitsForARevokedPhone } from './nothing-waits-for-a-revoked-phone.ts';
import { oneReminderADay } from './one-reminder-a-day.ts';
import { partsAddUp } from './parts-add-up.ts';
import { receivableIsWhatIsDue } from './receivable-is-what-is-due.ts';
import { refundsArePostedOnce } from './refunds-are-posted-once.ts';
import { returnedPaymentsAreReversed } from './returned-payments-are-reversed.ts';
import { standingsAreWhatIsOwed } from './standings-are-what-is-owed.ts';
import { theBoardAddsUp } from './the-board-adds-up.ts';
import { theConsentLedgerIsWhole } from './the-consent-ledger-is-whole.ts';

/** Every invariant there is; run after each database test and simulation, and on live data. */
export const CHECKS: readonly Check[] = [
  ledgerBalances,
  everyEntryHasACause,
  billsArePostedOnce,
  capturesArePostedOnce,
  cardFeesArePostedOnce,
  partsAddUp,
  refundsArePostedOnce,
  returnedPaymentsAreReversed,
  disputesArePostedOnce,
  bankDebitsHaveAMandate,
  receivableIsWhatIsDue,
  creditsAreWhatIsLeft,
  nobodyPaysTooMuch,
  nothingWaitsForARevokedPhone,
  noPaymentStaysUnknown,
  noRefundStaysOpen,
  everyTextIsAnsweredOnce,
  theConsentLedgerIsWhole,
  consentStandsAsRecorded,
  oneReminderADay,
  noReminderAfterPaying,
  everyStepHasItsReason,
  bonusesAreEarned,
  bonusLedgerBalances,
  theBoardAddsUp,
  autopayChargesOnce,
  autopayHasAMandate,
  standingsAreWhatIsOwed,
];
