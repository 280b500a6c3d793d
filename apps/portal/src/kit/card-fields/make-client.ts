import type { CardFieldsSetup } from '@kvitt/api/portal/bill-views';
import type { Client } from 'braintree-web';

/** The processor's client, or the sandbox's that looks like it. */
export async function makeClient(setup: CardFieldsSetup): Promise<Client> {
  if (setup.mode === 'vendor') {
    const { create } = await import('braintree-web/client');
    return create({ authorization: setup.authorization });
  }
  const emulator: { create(options: { authorization: string }): Client | Promise<Client> } = await import(
    /* @vite-ignore */ setup.clientModule ?? ''
  );
  return emulator.create({ authorization: setup.authorization });
}
