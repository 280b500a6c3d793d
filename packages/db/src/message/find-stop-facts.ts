import { agreedBeforeStop } from '@kvitt/domain/consent/agreed-before-stop';
import type { DialogFacts } from '@kvitt/domain/conversation/dialog';
import type { Intent } from '@kvitt/domain/conversation/intent';
import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { loadConsentFacts } from '../consent/load-consent-facts.ts';
import type { Message } from './message.entity.ts';

/** A confirmation of STOP that asks which texts may go on is answered within this time, or by nothing: silence means all. */
const ASKED_FOR = '24 hours';

/**
 * Finds what the answer to a STOP, and to the question in its confirmation, depends on; nothing for other texts. The STOP is
 * on record already when it is answered.
 */
export async function findStopFacts(
  em: EntityManager,
  { billerId, phoneId, conversationId, createdAt }: Message,
  intent: Intent['kind'],
): Promise<Pick<DialogFacts, 'mayKeepBills' | 'isAskedWhich'>> {
  if (intent === 'opt-out') {
    const before = agreedBeforeStop(await loadConsentFacts(em, billerId, phoneId));
    const hadBills = before.service === 'express' || before.service === 'confirmed';
    return { mayKeepBills: hadBills && before.marketing === 'pewc' };
  }
  if (intent !== 'bills') return {};
  const { rows } = await sql<{ template: string }>`
    select m.template from message m
    where m.biller_id = ${billerId} and m.conversation_id = ${conversationId} and m.direction = 'out'
      and m.template like 'stop-confirmed%' and m.state not in ('skipped', 'cancelled', 'failed')
      and m.created_at between ${createdAt.toISOString()}::timestamptz - ${ASKED_FOR}::interval
        and ${createdAt.toISOString()}::timestamptz
    order by m.created_at desc limit 1`.execute(em.getKysely());
  return { isAskedWhich: rows[0]?.template === 'stop-confirmed-choose' };
}
