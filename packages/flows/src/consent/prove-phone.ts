import { Phone } from '@kvitt/db/customer/phone.entity';
import type { EntityManager } from '@mikro-orm/postgresql';
import { proveEvents } from './prove-events.ts';
import { type ConsentProof, PROOF_KIND } from './prove-text.ts';

/**
 * Everything that happened to a phone's consents, each event with its way to a seal, in the form that `kvitt consent verify`
 * reads; undefined where the biller has no such phone.
 */
export async function provePhone(
  em: EntityManager,
  billerId: string,
  phoneId: string,
): Promise<ConsentProof | undefined> {
  const phone = await em.findOne(Phone, { billerId, id: phoneId });
  if (!phone) return undefined;
  const { salt, events } = await proveEvents(em, { billerId, phoneId });
  const { e164 } = phone;
  return {
    kind: PROOF_KIND,
    v: 1,
    biller: billerId,
    text: null,
    phone: { e164, salt },
    decisions: [],
    events,
  };
}
