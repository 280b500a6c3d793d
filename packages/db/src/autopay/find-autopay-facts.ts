import type { AutopayFacts } from '@kvitt/domain/conversation/dialog';
import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import type { Message } from '../message/message.entity.ts';

/** A question that ran out longer ago than this is no answer's question any more. */
const FORGOTTEN_AFTER = '1 day';

/**
 * Finds what AUTOPAY ON and a YES to its question depend on: the live mandates of the phone's accounts, and the latest
 * question, expired or not, unless a STOP came after it and before the text.
 */
export async function findAutopayFacts(
  em: EntityManager,
  { billerId, conversationId, phoneId, createdAt }: Message,
  accountIds: readonly string[],
): Promise<AutopayFacts> {
  const at = createdAt.toISOString();
  const { rows } = await sql<Row>`
    select
      (select json_agg(json_build_object('accountId', a.account_id, 'card', json_build_object('brand', m.brand,
          'last4', m.last4, 'expMonth', m.exp_month, 'expYear', m.exp_year)))
        from autopay a join payment_method m on m.biller_id = a.biller_id and m.id = a.method_id
        where a.biller_id = ${billerId} and a.account_id = any(${[...accountIds]}::uuid[]) and a.state <> 'off') as mandates,
      (select json_build_object('id', o.id, 'accountId', o.account_id, 'methodId', o.method_id,
          'statedMinor', o.stated_minor, 'code', o.code, 'expiresAt', o.expires_at)
        from autopay_offer o
        where o.biller_id = ${billerId} and o.conversation_id = ${conversationId} and o.state = 'open'
          and o.expires_at > ${at}::timestamptz - ${FORGOTTEN_AFTER}::interval
          and not exists (select from consent_event s where s.biller_id = o.biller_id and s.phone_id = ${phoneId}
            and s.act = 'revoked' and s.at >= o.created_at and s.at < ${at}::timestamptz)
        order by o.created_at desc limit 1) as offer`.execute(em.getKysely());
  const [found] = rows;
  const offer = found?.offer;
  return {
    mandates: found?.mandates ?? [],
    offer: offer ? { ...offer, expiresAt: new Date(offer.expiresAt) } : undefined,
  };
}

/** Instants within JSON come as text. */
interface Row {
  mandates: AutopayFacts['mandates'] | null;
  offer: (Omit<NonNullable<AutopayFacts['offer']>, 'expiresAt'> & { expiresAt: string }) | null;
}
