import { merchantAccountOf } from '../merchant-accounts/merchant-account-of.ts';
import type { Gateway } from '../state/gateway.ts';
import type { PaymentMethod } from '../state/records.ts';
import type { BankVerification } from '../verifications/verification-record.ts';

export const verificationMethods = new Set([
  'independent_check',
  'instant_verification_account_validation',
  'micro_transfers',
  'network_check',
  'tokenized_check',
]);

/** Whether charges to the account may be made of bank accounts that nobody verified. All others charge what was verified. */
export function isExempt(gateway: Gateway, merchantAccountId: string | undefined): boolean {
  return merchantAccountOf(gateway, merchantAccountId ?? '')?.takesUnverifiedBanks ?? false;
}

/** Account numbers that the vendor documents for a network check that fails. */
const failingAccounts = new Set([
  '1000000004',
  '1000000005',
  '1000000006',
  '1000000007',
  '1000000008',
  '1000000009',
]);

/**
 * Checks whether an account may be charged. Two small transfers stay pending until their amounts are confirmed;
 * everything else is answered at once.
 */
export function verifyBankAccount(
  gateway: Gateway,
  account: PaymentMethod,
  method: string,
  addOns: string | null,
): BankVerification {
  const now = gateway.clock.now();
  const number = account.instrument.accountNumber ?? '';
  const fails = method === 'network_check' && failingAccounts.has(number);
  const status = method === 'micro_transfers' ? 'pending' : fails ? 'processor_declined' : 'verified';
  const customer = account.customerId ? gateway.state.customers[account.customerId] : undefined;
  const verification: BankVerification = {
    id: gateway.newId(8),
    status,
    method,
    addOns,
    createdAt: now,
    updatedAt: now,
    determinedAt: status === 'pending' ? null : now,
    token: account.token,
    customerId: account.customerId,
    customerEmail: customer?.fields.email ?? null,
    attempts: 0,
    response:
      status === 'pending'
        ? null
        : fails
          ? { code: '2061', text: 'Invalid Transaction Data' }
          : { code: '1000', text: 'Approved' },
    account: account.instrument.details ?? {},
  };
  gateway.state.bankVerifications[verification.id] = verification;
  if (status === 'verified') account.verified = true;
  return verification;
}
