import type { App } from '../app/app.ts';

export interface Sale {
  id: string;
  status: string;
  amount: string;
  orderId: string;
}

/** The sales that the card processor has under our payment's id. */
export async function listSales(app: App, paymentId: string): Promise<Sale[]> {
  const answer = await fetch(`${app.cards}/sandbox/transactions?orderId=${paymentId}`);
  return answer.json();
}
