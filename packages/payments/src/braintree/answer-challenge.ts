import type { BraintreeVendor } from './braintree-vendor.ts';

/** The vendor checks a webhook address by a challenge of 20 to 32 hex digits; anything else is not the vendor. */
export function answerChallenge(vendor: BraintreeVendor, challenge: string): string | undefined {
  if (!/^[a-f0-9]{20,32}$/.test(challenge)) return undefined;
  return vendor.gateway.webhookNotification.verify(challenge);
}
