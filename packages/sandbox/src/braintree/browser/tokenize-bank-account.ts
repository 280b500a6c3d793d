import type { ClientRights } from '../client-token/create-client-token.ts';
import { newNonce } from '../payment-methods/nonces.ts';
import type { Gateway } from '../state/gateway.ts';
import type { Nonce } from '../state/records.ts';
import { filled, group, isGroup, type Params } from '../wire/params.ts';

/** The banks behind the routing numbers that the vendor documents for tests. */
const banks: Readonly<Record<string, string>> = {
  '021000021': 'JPMORGAN CHASE',
  '011000015': 'FEDERAL RESERVE BANK',
  '071101307': 'ZIONS BANK',
};

/**
 * Makes a nonce of a US bank account, given by its numbers or by a login with the bank.
 * Nothing comes back where numbers are given and are not of the right form.
 */
export function tokenizeBankAccount(gateway: Gateway, sent: Params, rights: ClientRights): Nonce | undefined {
  const isLogin = filled(sent.publicToken) !== undefined;
  const accountNumber = isLogin ? '1000000000' : filled(sent.accountNumber);
  const routingNumber = isLogin ? '011000015' : filled(sent.routingNumber);
  if (!/^\d{4,17}$/.test(accountNumber ?? '') || !/^\d{9}$/.test(routingNumber ?? '')) return undefined;
  const person = group(sent.individualOwner);
  const business = isGroup(sent.businessOwner) ? sent.businessOwner : undefined;
  return newNonce(gateway, {
    token: null,
    customerId: rights.customerId,
    options: rights.options,
    instrument: {
      kind: 'us_bank_account',
      ...(isLogin ? { isProven: true } : {}),
      accountNumber: accountNumber ?? '',
      details: {
        routingNumber: routingNumber ?? '',
        last4: (accountNumber ?? '').slice(-4),
        accountType: (filled(sent.accountType) ?? 'checking').toLowerCase(),
        accountHolderName: business
          ? (filled(business.businessName) ?? '')
          : [filled(person.firstName), filled(person.lastName)].filter(Boolean).join(' '),
        ownershipType: business ? 'business' : 'personal',
        businessName: business ? (filled(business.businessName) ?? null) : null,
        firstName: filled(person.firstName) ?? null,
        lastName: filled(person.lastName) ?? null,
        bankName: banks[routingNumber ?? ''] ?? 'SANDBOX BANK',
        plaidVerifiedAt: null,
        achMandate: {
          text: filled(sent.achMandate) ?? '',
          acceptedAt: new Date(gateway.clock.now()).toISOString(),
        },
      },
    },
  });
}
