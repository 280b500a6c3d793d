import type { ConsentFact } from '@kvitt/domain/consent/fold-consent';
import type { EntityManager } from '@mikro-orm/postgresql';
import { ConsentEvent } from './consent-event.entity.ts';

/** Loads all that is on record of a phone's consents, oldest first, as far as it has an effect. */
export async function loadConsentFacts(
  em: EntityManager,
  billerId: string,
  phoneId: string,
): Promise<ConsentFact[]> {
  const events = await em.find(ConsentEvent, { billerId, phoneId }, { orderBy: { seq: 'asc' } });
  return events.map(({ act, purpose, channel }) => ({ act, purpose, channel }));
}
