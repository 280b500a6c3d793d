import type { EntityManager } from '@mikro-orm/postgresql';
import { CadenceVersion } from './cadence-version.entity.ts';

/** The cadence that counts for a biller now; null where it sends no reminders. */
export async function loadCadence(em: EntityManager, billerId: string): Promise<CadenceVersion | null> {
  return em.findOne(CadenceVersion, { billerId }, { orderBy: { version: 'desc' } });
}
