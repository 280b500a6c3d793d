import type { CardFieldsSetup } from '@kvitt/api/portal/bill-views';
import type { Client, ThreeDSecureVerifyPayload } from 'braintree-web';

export interface ToAuthenticate {
  setup: CardFieldsSetup;
  client: Client;
  nonce: string;
  /** The first digits of the card, which the library wants to know the network by. */
  bin: string;
  /** As a decimal, for the bank to show. */
  amount: string;
}

/**
 * Has the card's holder confirm the payment at their bank (3-D Secure) and gives the reference that carries it. Loaded only
 * where the bank asked for it. Rejects where the bank, or its holder, says no.
 */
export async function authenticate({ setup, client, nonce, bin, amount }: ToAuthenticate): Promise<string> {
  if (setup.mode === 'local-emulator') {
    const emulator: {
      authenticate(options: { authorization: string; nonce: string; amount: string }): Promise<string>;
    } = await import(/* @vite-ignore */ setup.clientModule ?? '');
    return emulator.authenticate({ authorization: setup.authorization, nonce, amount });
  }
  const { create } = await import('braintree-web/three-d-secure');
  const library = await create({ client, version: 2 });
  const verified: ThreeDSecureVerifyPayload = await library.verifyCard({
    nonce,
    bin,
    amount,
    onLookupComplete: (_data, next) => next(),
  });
  if (!verified.liabilityShifted && verified.liabilityShiftPossible) {
    throw Object.assign(new Error('not confirmed'), { code: 'NOT_CONFIRMED' });
  }
  return verified.nonce;
}
