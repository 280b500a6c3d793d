import type { Act } from '../state/gateway.ts';
import { answer, notFound } from '../wire/answer.ts';
import { collectErrors } from '../wire/collect-errors.ts';
import { group, list, text } from '../wire/params.ts';
import { writeBankVerification } from './write-bank-verification.ts';

/** The two deposits that the vendor's sandbox makes, in cents. */
const deposits = ['17', '29'];

/** After this many wrong tries the account can no longer be confirmed. */
const mostAttempts = 5;

/** An account whose deposits have not arrived yet, by the vendor's test numbers. */
const notYetSettled = '1000000001';

/** GET /us_bank_account_verifications/:id */
export const findBankVerification: Act = (gateway, call) => {
  const verification = gateway.state.bankVerifications[call.path.id ?? ''];
  return verification
    ? answer({ usBankAccountVerification: writeBankVerification(verification) })
    : notFound();
};

/** PUT /us_bank_account_verifications/:id/confirm_micro_transfer_amounts */
export const confirmMicroTransfers: Act = (gateway, call) => {
  const verification = gateway.state.bankVerifications[call.path.id ?? ''];
  if (!verification) return notFound();
  const errors = collectErrors();
  const path = ['usBankAccountVerification'];
  const refuse = (code: string) => {
    errors.add(path, 'base', code);
    return errors.refuse(call.body, { usBankAccountVerification: writeBankVerification(verification) });
  };
  if (verification.method !== 'micro_transfers') return refuse('96102');
  const amounts = list(group(call.body.usBankAccountVerification).depositAmounts).map(
    (amount) => text(amount) ?? '',
  );
  if (verification.status !== 'pending')
    return refuse(verification.attempts >= mostAttempts ? '96104' : '96101');
  if (amounts.length !== 2 || amounts.some((amount) => !/^\d+$/.test(amount))) return refuse('96106');
  verification.updatedAt = gateway.clock.now();
  if (amounts.toSorted().join() !== deposits.join()) {
    verification.attempts += 1;
    if (verification.attempts < mostAttempts) return refuse('96103');
    verification.status = 'gateway_rejected';
    verification.determinedAt = gateway.clock.now();
    return refuse('96104');
  }
  const account = gateway.state.paymentMethods[verification.token];
  if (account?.instrument.accountNumber === notYetSettled) {
    return answer({ usBankAccountVerification: writeBankVerification(verification) });
  }
  verification.status = 'verified';
  verification.determinedAt = gateway.clock.now();
  verification.response = { code: '1000', text: 'Approved' };
  if (account) account.verified = true;
  return answer({ usBankAccountVerification: writeBankVerification(verification) });
};
