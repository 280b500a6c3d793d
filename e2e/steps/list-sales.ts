import type { SandboxTransaction } from '@kvitt/sandbox/braintree/braintree-sandbox';
import type { App } from '../app/app.ts';

/** The sales that the card processor has under our payment's id. */
export async function listSales(app: App, paymentId: string): Promise<SandboxTransaction[]> {
  const answer = await fetch(`${app.cards}/sandbox/transactions?orderId=${paymentId}`);
  return answer.json();
}
