import type { Card } from '@kvitt/domain/offer/journey';
import { inTransaction } from '@kvitt/flows/kit/in-transaction';
import { saveJourney } from '@kvitt/flows/offer/save-journey';
import type { Beside } from './open-beside.ts';

/** Saves the biller's cards beside its bills, in place of those that there are. */
export async function saveCards({ biller, context }: Beside, cards: readonly Card[]): Promise<void> {
  const order = { billerId: biller.id, journey: { cards }, actor: 'admin' };
  await inTransaction(context(), (tx) => saveJourney(tx, order));
}
