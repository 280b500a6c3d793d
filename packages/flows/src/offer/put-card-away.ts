import type { TxCtx } from '../kit/context.ts';
import { type CardAct, noteCard } from './note-card.ts';

/** A customer does not want to see a card: it goes, and comes again only where its rule says after how long. */
export async function putCardAway(tx: TxCtx, act: CardAct): Promise<void> {
  await noteCard(tx, act, 'put-away');
}
