import { describe, it } from 'vitest';
import { describeContract } from './describe-contract.ts';

const { BRAINTREE_MERCHANT_ID, BRAINTREE_PUBLIC_KEY, BRAINTREE_PRIVATE_KEY } = process.env;

if (BRAINTREE_MERCHANT_ID && BRAINTREE_PUBLIC_KEY && BRAINTREE_PRIVATE_KEY) {
  describeContract("Braintree's own sandbox, with the account's keys", async () => ({
    settings: {
      environment: 'sandbox',
      merchantId: BRAINTREE_MERCHANT_ID,
      publicKey: BRAINTREE_PUBLIC_KEY,
      privateKey: BRAINTREE_PRIVATE_KEY,
      useRequestKeys: process.env.BRAINTREE_REQUEST_KEYS === 'on',
    },
    stop: async () => {},
  }));
} else {
  describe("Braintree's own sandbox", () => {
    it.skipIf(true)('needs BRAINTREE_MERCHANT_ID, BRAINTREE_PUBLIC_KEY and BRAINTREE_PRIVATE_KEY', () => {});
  });
}
