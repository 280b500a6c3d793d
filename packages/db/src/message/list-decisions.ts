import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { isoInstant } from '../kit/iso-instant.ts';

/** A decision on a text of a customer's, with what it was made from. */
export interface DecisionLine {
  id: string;
  /** The text that it was about. */
  messageId: string;
  at: string;
  phase: 'planned' | 'claimed';
  decision: 'ALLOW' | 'DEFER' | 'DENY' | 'REVIEW';
  reasons: string[];
  nextAllowedAt: string | null;
  template: string | null;
  body: string;
  /** The phone that it was about, E.164. */
  phone: string;
  /** Which rules it was made by. */
  version: string;
  inputs: Record<string, unknown>;
  rules: Record<string, unknown>;
}

/** More is not looked through on a screen; the command line has the rest. */
const MOST = 40;

/** The latest decisions on texts to one phone, or to any of a customer's, newest first. */
export async function listDecisions(
  em: EntityManager,
  of: { billerId: string } & ({ customerId: string } | { phoneId: string }),
): Promise<DecisionLine[]> {
  const phones =
    'phoneId' in of
      ? sql`select ${of.phoneId}::uuid as id`
      : sql`select distinct ap.phone_id as id from account a
        join account_phone ap on ap.biller_id = a.biller_id and ap.account_id = a.id
        where a.biller_id = ${of.billerId} and a.customer_id = ${of.customerId}`;
  const { rows } = await sql<DecisionLine>`
    with phones as (${phones}),
    texts as (select m.* from phones s join message m on m.biller_id = ${of.billerId} and m.phone_id = s.id
      where m.direction = 'out' order by m.created_at desc limit 200)
    select d.id, m.id as "messageId", ${isoInstant(sql`d.at`)} as at, d.phase, d.decision, d.reasons,
      ${isoInstant(sql`d.next_allowed_at`)} as "nextAllowedAt", m.template, m.body, p.e164 as phone, d.policy_version as version,
      d.inputs, v.rules
    from texts m join decision d on d.biller_id = m.biller_id and d.message_id = m.id
    join policy_version v on v.biller_id = d.biller_id and v.hash = d.policy_version
    join phone p on p.biller_id = m.biller_id and p.id = m.phone_id
    order by d.at desc, d.id desc limit ${MOST}`.execute(em.getKysely());
  return rows;
}
