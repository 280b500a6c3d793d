import { JourneyVersion } from '@kvitt/db/offer/journey-version.entity';
import { loadJourney } from '@kvitt/db/offer/load-journey';
import type { Journey } from '@kvitt/domain/offer/journey';
import type { TxCtx } from '../kit/context.ts';

/**
 * Saves what a biller shows beside its bills as its next version, within the caller's transaction.
 * @returns the version that counts from now on; the one before where nothing has changed
 */
export async function saveJourney(
  tx: TxCtx,
  { billerId, journey, actor }: { billerId: string; journey: Journey; actor: string },
): Promise<number> {
  await tx.em.execute('select pg_advisory_xact_lock(hashtext(?))', [`journey ${billerId}`]);
  const before = await loadJourney(tx.em, billerId);
  if (before && JSON.stringify(before.rules) === JSON.stringify(journey)) return before.version;
  const version = (before?.version ?? 0) + 1;
  const savedAt = tx.clock.now();
  await tx.em.insert(JourneyVersion, { billerId, version, rules: journey, savedBy: actor, savedAt });
  return version;
}
