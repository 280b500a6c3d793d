import { testCards } from '../cards/test-cards.ts';
import { openDispute } from '../disputes/open-dispute.ts';
import type { Act, Call, Gateway } from '../state/gateway.ts';
import type { Transaction } from '../state/records.ts';
import { checkRetry, settleDebt } from '../subscriptions/check-retry.ts';
import { checkThreeDSecure } from '../three-d-secure/check-three-d-secure.ts';
import { isExempt } from '../us-bank-accounts/verify-bank-account.ts';
import { collectErrors } from '../wire/collect-errors.ts';
import { group, isTrue, type Params } from '../wire/params.ts';
import { authorize } from './authorize.ts';
import { checkExternalVault } from './check-extras.ts';
import { findSource } from './find-source.ts';
import { onceByKey } from './once-by-key.ts';
import { type Charge, readCharge } from './read-charge.ts';
import { transactionAnswer } from './transaction-answer.ts';
import { vaultAfterCharge } from './vault-after-charge.ts';

/** POST /transactions: a sale or a credit. */
export const createTransaction: Act = (gateway, call) => {
  const sent = group(call.body.transaction);
  return onceByKey(gateway, call, sent, 'create', () => charge(gateway, call, sent));
};

function charge(gateway: Gateway, call: Call, asked: Params) {
  const errors = collectErrors();
  const sent = checkRetry(gateway, asked, errors);
  const wanted = readCharge(gateway, sent, errors);
  const source = findSource(gateway, sent, errors);
  checkExternalVault(sent, source?.instrument.kind, source?.instrument.card?.cardType, errors);
  if (source && wanted) {
    checkInstrument(gateway, sent, source, wanted, errors);
    checkThreeDSecure(gateway, sent, source, wanted.merchantAccountId, errors);
  }
  if (!errors.isEmpty() || !source || !wanted) {
    return { answer: errors.refuse(call.body), transactionId: null };
  }
  const transaction = authorize(gateway, sent, wanted, source);
  // A real nonce is used up by the attempt, whatever became of it.
  if (source.nonce) source.nonce.consumedAt = gateway.clock.now();
  vaultAfterCharge(gateway, sent, source, transaction);
  settleDebt(gateway, sent, transaction);
  gateway.keep(transaction);
  disputeWhereAsked(gateway, transaction);
  return { answer: transactionAnswer(gateway, transaction, call.body), transactionId: transaction.id };
}

/** The vendor's dispute card: its bank complains at once. */
function disputeWhereAsked(gateway: Gateway, transaction: Transaction): void {
  const { card } = transaction.instrument;
  const isGranted = transaction.status === 'authorized' || transaction.status === 'submitted_for_settlement';
  if (card && isGranted && testCards[card.number]?.isDisputed) {
    openDispute(gateway, { transactionId: transaction.id });
  }
}

type Source = NonNullable<ReturnType<typeof findSource>>;

/** Refuses what the instrument itself cannot do. */
function checkInstrument(
  gateway: Gateway,
  sent: Params,
  source: Source,
  wanted: Charge,
  errors: ReturnType<typeof collectErrors>,
): void {
  const options = group(sent.options);
  const method = source.token ? gateway.state.paymentMethods[source.token] : undefined;
  if (source.instrument.kind !== 'us_bank_account') return;
  const exempt = isExempt(gateway, wanted.merchantAccountId);
  if (method?.verified === false && !exempt) errors.add(['transaction'], 'paymentMethodToken', '915172');
  // Money is pulled from a bank account in one step: there is nothing to authorise first.
  if (!isTrue(options.submitForSettlement)) errors.add(['transaction'], 'base', '915104');
  // A nonce that is charged at once must come from a login with the bank, which proves the account.
  if (!method && source.nonce && !source.instrument.isProven && !exempt) {
    errors.add(['transaction'], 'paymentMethodNonce', '915171');
  }
}
