import { Biller } from '@kvitt/db/biller/biller.entity';
import { insertOnce } from '@kvitt/db/kit/insert-once';
import { CardEvent } from '@kvitt/db/offer/card-event.entity';
import { loadJourney } from '@kvitt/db/offer/load-journey';
import type { Card } from '@kvitt/domain/offer/journey';
import { localDate } from '@kvitt/domain/time/local-date';
import type { TxCtx } from '../kit/context.ts';

/** An answer to a card, named by whoever gave it: told twice, it is one. */
export interface CardAct {
  billerId: string;
  accountId: string;
  key: string;
  actId: string;
}

/**
 * Notes what became of a card that an account was shown, within the caller's transaction.
 * @returns the card, or undefined where it is not among the biller's any more, or this very act was noted before
 */
export async function noteCard(
  tx: TxCtx,
  { billerId, accountId, key, actId }: CardAct,
  what: 'taken' | 'answered' | 'put-away',
): Promise<Card | undefined> {
  const journey = await loadJourney(tx.em, billerId);
  const card = journey?.rules.cards.find((one) => one.key === key);
  if (!card) return undefined;
  const biller = await tx.em.findOneOrFail(Biller, { id: billerId });
  const at = tx.clock.now();
  const onDay = localDate(at, biller.timeZone);
  const isNew = await insertOnce(tx.em, CardEvent, { billerId, id: actId, accountId, key, what, onDay, at });
  return isNew ? card : undefined;
}
