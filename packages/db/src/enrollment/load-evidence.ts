import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import type { WalkedStep } from './enrollment.entity.ts';

/** What proves an enrollment: each text with its state, each entry of the consent ledger, each entry of the bonus ledger. */
export interface EnrollmentEvidence {
  path: WalkedStep[];
  texts: {
    id: string;
    direction: string;
    body: string;
    state: string;
    at: string;
    template: string | null;
  }[];
  consents: {
    seq: number;
    act: string;
    purpose: string;
    channel: string;
    wording: string;
    wordingKey: string | null;
    actor: string;
    at: string;
    hash: string;
    isSealed: boolean;
  }[];
  bonuses: { agent: string; kind: string; act: string; minor: number; currency: string; at: string }[];
  flags: { kind: string; raisedAt: string; clearer: string | null; note: string | null }[];
}

/** Gathers the evidence of a call: of its phone, from its begin until its last change, no longer than a year. */
export async function loadEvidence(
  em: EntityManager,
  billerId: string,
  id: string,
): Promise<EnrollmentEvidence | undefined> {
  const { rows } = await sql<EnrollmentEvidence>`
    with e as (select * from enrollment where biller_id = ${billerId} and id = ${id})
    select e.path,
      (select coalesce(json_agg(t order by t.at), '[]') from (
        select m.id, m.direction, m.body, m.state, m.created_at as at, m.template from message m
        where m.biller_id = e.biller_id and m.phone_id = e.phone_id and m.created_at >= e.started_at
        order by m.created_at limit 40) t) as texts,
      (select coalesce(json_agg(c order by c.seq), '[]') from (
        select v.seq::float8 as seq, v.act, v.purpose, v.channel, v.wording, v.wording_key as "wordingKey", v.actor, v.at,
          v.hash, exists (select from consent_seal s where s.biller_id = v.biller_id and s.seq >= v.seq) as "isSealed"
        from consent_event v where v.biller_id = e.biller_id and v.phone_id = e.phone_id and v.at >= e.started_at
        order by v.seq limit 40) c) as consents,
      (select coalesce(json_agg(b order by b.at), '[]') from (
        select g.name as agent, o.kind, n.act, o.minor::float8 as minor, o.currency, n.at
        from bonus o join bonus_entry n on n.biller_id = o.biller_id and n.bonus_id = o.id
        join agent g on g.biller_id = o.biller_id and g.id = o.agent_id
        where o.biller_id = e.biller_id and o.enrollment_id = e.id) b) as bonuses,
      (select coalesce(json_agg(f order by f."raisedAt"), '[]') from (
        select x.kind, x.raised_at as "raisedAt", x.clearer, x.note from enrollment_flag x
        where x.biller_id = e.biller_id and x.enrollment_id = e.id) f) as flags
    from e`.execute(em.getKysely());
  return rows[0];
}
