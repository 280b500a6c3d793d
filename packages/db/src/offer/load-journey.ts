import type { EntityManager } from '@mikro-orm/postgresql';
import { JourneyVersion } from './journey-version.entity.ts';

/** What a biller shows beside its bills now; null where it shows nothing. */
export async function loadJourney(em: EntityManager, billerId: string): Promise<JourneyVersion | null> {
  return em.findOne(JourneyVersion, { billerId }, { orderBy: { version: 'desc' } });
}
