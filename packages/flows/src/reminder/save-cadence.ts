import { Biller } from '@kvitt/db/biller/biller.entity';
import { insertOnce } from '@kvitt/db/kit/insert-once';
import { CadenceVersion } from '@kvitt/db/reminder/cadence-version.entity';
import { loadCadence } from '@kvitt/db/reminder/load-cadence';
import { ReminderRun } from '@kvitt/db/reminder/reminder-run.entity';
import type { Cadence } from '@kvitt/domain/reminder/cadence';
import { localDate } from '@kvitt/domain/time/local-date';
import type { TxCtx } from '../kit/context.ts';

/**
 * Saves a biller's cadence as its next version, within the caller's transaction. The first one begins its reminders: from
 * this day on, since nobody wants those of the weeks before.
 * @returns the version that counts from now on; the one before where nothing has changed
 */
export async function saveCadence(
  tx: TxCtx,
  order: { billerId: string; cadence: Cadence; actor: string },
): Promise<number> {
  const { billerId, cadence, actor } = order;
  const now = tx.clock.now();
  await tx.em.execute('select pg_advisory_xact_lock(hashtext(?))', [`cadence ${billerId}`]);
  const biller = await tx.em.findOneOrFail(Biller, { id: billerId });
  const before = await loadCadence(tx.em, billerId);
  if (before && JSON.stringify(before.rules) === JSON.stringify(cadence)) return before.version;
  const version = (before?.version ?? 0) + 1;
  await tx.em.insert(CadenceVersion, { billerId, version, rules: cadence, savedBy: actor, savedAt: now });
  await insertOnce(tx.em, ReminderRun, {
    billerId,
    since: localDate(now, biller.timeZone),
    plannedAt: null,
  });
  return version;
}
