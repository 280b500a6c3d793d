import { Biller } from '@kvitt/db/biller/biller.entity';
import { insertOnce } from '@kvitt/db/kit/insert-once';
import { CardEvent } from '@kvitt/db/offer/card-event.entity';
import { loadJourney } from '@kvitt/db/offer/load-journey';
import { loadSituation } from '@kvitt/db/offer/load-situation';
import type { Card } from '@kvitt/domain/offer/journey';
import { pickCard } from '@kvitt/domain/offer/pick-card';
import { localDate } from '@kvitt/domain/time/local-date';
import type { TxCtx } from '../kit/context.ts';

/**
 * The one card that is shown beside an account's bill today, and the note that it was; undefined where nothing is relevant.
 * Somebody's first look at a bill of theirs calls this, not a robot that reads a link ahead of them.
 */
export async function showCard(
  tx: TxCtx,
  account: { billerId: string; accountId: string },
): Promise<Card | undefined> {
  const { billerId, accountId } = account;
  const journey = await loadJourney(tx.em, billerId);
  if (!journey) return undefined;
  const biller = await tx.em.findOneOrFail(Biller, { id: billerId });
  const at = tx.clock.now();
  const today = localDate(at, biller.timeZone);
  const card = pickCard(journey.rules, await loadSituation(tx.em, account, today));
  if (!card) return undefined;
  const { key } = card;
  // Named by its day: however often the page is opened, it was shown once.
  const id = tx.ids.derived(accountId, `${key}/shown/${today}`);
  await insertOnce(tx.em, CardEvent, { billerId, id, accountId, key, what: 'shown', onDay: today, at });
  return card;
}
