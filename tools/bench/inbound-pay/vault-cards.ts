import type { PaymentsPort } from '@kvitt/payments/payments-port';

/** Puts `count` cards into the processor's vault; gives their tokens. */
export async function vaultCards(payments: PaymentsPort, count: number): Promise<string[]> {
  const tokens: string[] = [];
  for (let card = 0; card < count; card++) {
    const customer = await payments.createCustomer({ firstName: 'Cindy' });
    if (customer.kind !== 'made') throw new Error(`no customer in the vault: ${customer.reason}`);
    const method = await payments.createMethod(customer.customerId, 'fake-valid-visa-nonce');
    if (method.kind !== 'made') throw new Error(`no card in the vault: ${method.reason}`);
    tokens.push(method.token);
  }
  return tokens;
}
