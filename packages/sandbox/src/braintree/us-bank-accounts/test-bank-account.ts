import type { Instrument } from '../state/records.ts';

/** The account behind the vendor's test nonce. */
export const testBankAccount: Instrument = {
  kind: 'us_bank_account',
  details: {
    routingNumber: '021000021',
    last4: '1234',
    accountType: 'checking',
    accountHolderName: 'Dan Schulman',
    bankName: 'JPMORGAN CHASE',
    ownershipType: 'personal',
    achMandate: { text: 'cl mandate text', acceptedAt: '2026-01-01T00:00:00Z' },
  },
};
