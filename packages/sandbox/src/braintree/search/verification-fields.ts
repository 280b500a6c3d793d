import type { BankVerification, Verification } from '../verifications/verification-record.ts';
import type { SearchFields } from './matches.ts';

/** Everything that card verifications can be searched by. */
export const verificationFields: SearchFields<Verification> = {
  id: { kind: 'text', of: ({ id }) => [id] },
  ids: { kind: 'many', of: ({ id }) => [id] },
  status: { kind: 'many', of: ({ status }) => [status] },
  // The SDK always adds this one.
  verificationType: { kind: 'many', of: () => ['credit_card'] },
  createdAt: { kind: 'time', of: ({ createdAt }) => [createdAt] },
  customerId: { kind: 'text', of: ({ customerId }) => [customerId] },
  customerEmail: { kind: 'text', of: ({ customerEmail }) => [customerEmail] },
  paymentMethodToken: { kind: 'text', of: ({ token }) => [token] },
  billingAddressDetailsPostalCode: {
    kind: 'text',
    of: ({ billing }) => [typeof billing.postalCode === 'string' ? billing.postalCode : null],
  },
  creditCardCardholderName: { kind: 'text', of: ({ card }) => [card.cardholderName] },
  creditCardNumber: { kind: 'text', of: ({ card }) => [card.number] },
  creditCardCardType: { kind: 'many', of: ({ card }) => [card.cardType] },
  creditCardExpirationDate: {
    kind: 'text',
    of: ({ card }) => [
      `${card.expirationMonth}/${card.expirationYear}`,
      `${card.expirationMonth}/${card.expirationYear.slice(2)}`,
    ],
  },
};

/** Everything that bank account verifications can be searched by. */
export const bankVerificationFields: SearchFields<BankVerification> = {
  id: { kind: 'text', of: ({ id }) => [id] },
  ids: { kind: 'many', of: ({ id }) => [id] },
  status: { kind: 'many', of: ({ status }) => [status] },
  verificationMethod: { kind: 'many', of: ({ method }) => [method] },
  createdAt: { kind: 'time', of: ({ createdAt }) => [createdAt] },
  customerId: { kind: 'text', of: ({ customerId }) => [customerId] },
  customerEmail: { kind: 'text', of: ({ customerEmail }) => [customerEmail] },
  paymentMethodToken: { kind: 'text', of: ({ token }) => [token] },
  accountHolderName: { kind: 'text', of: ({ account }) => [account.accountHolderName as string | undefined] },
  routingNumber: { kind: 'text', of: ({ account }) => [account.routingNumber as string | undefined] },
  accountType: { kind: 'text', of: ({ account }) => [account.accountType as string | undefined] },
  accountNumber: { kind: 'text', of: ({ account }) => [account.last4 as string | undefined] },
};
