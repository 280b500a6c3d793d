import type { BonusState } from '@kvitt/domain/incentive/post-bonus';
import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';

export interface FlagLine {
  kind: string;
  evidence: Record<string, string | number | string[]>;
  raisedAt: string;
  clearedAt: string | null;
  clearer: string | null;
  note: string | null;
}

export interface AppealLine {
  id: string;
  words: string;
  raisedAt: string;
  state: 'open' | 'upheld' | 'declined';
  answer: string | null;
  answerer: string | null;
}

/** A bonus as its agent and a manager see it. */
export interface BonusLine {
  id: string;
  enrollmentId: string;
  agentId: string;
  agent: string;
  customer: string;
  account: string;
  kind: string;
  minor: number;
  currency: string;
  state: BonusState;
  reason: string | null;
  decider: string | null;
  earnedAt: string;
  vestsAt: string;
  movedAt: string;
  flags: FlagLine[];
  appeal: AppealLine | null;
}

export interface BonusQuestion {
  billerId: string;
  state?: BonusState | undefined;
  agentId?: string | undefined;
  /** `flagged` only with a flag that nobody has looked at · `appealed` only with an appeal that waits. */
  only?: 'flagged' | 'appealed' | undefined;
  /** The last one that is known. */
  after?: { earnedAt: string; id: string } | undefined;
  most: number;
}

/** Bonuses, newest first, each with its flags and the appeal against what became of it. */
export async function listBonuses(em: EntityManager, asked: BonusQuestion): Promise<BonusLine[]> {
  const { billerId, state, agentId, only, after, most } = asked;
  const open = sql`exists (select from enrollment_flag f where f.biller_id = o.biller_id and f.enrollment_id = o.enrollment_id
    and f.cleared_at is null)`;
  const waits = sql`exists (select from bonus_appeal x where x.biller_id = o.biller_id and x.bonus_id = o.id and x.state = 'open')`;
  const { rows } = await sql<BonusLine>`
    select o.id, o.enrollment_id as "enrollmentId", o.agent_id as "agentId", g.name as agent,
      c.first_name || ' ' || c.last_name as customer, a.number as account, o.kind, o.minor::float8 as minor, o.currency,
      o.state, o.reason, o.decider, o.earned_at as "earnedAt", o.vests_at as "vestsAt", o.moved_at as "movedAt",
      coalesce((select json_agg(json_build_object('kind', f.kind, 'evidence', f.evidence, 'raisedAt', f.raised_at,
          'clearedAt', f.cleared_at, 'clearer', f.clearer, 'note', f.note) order by f.raised_at)
        from enrollment_flag f where f.biller_id = o.biller_id and f.enrollment_id = o.enrollment_id), '[]') as flags,
      (select json_build_object('id', x.id, 'words', x.words, 'raisedAt', x.raised_at, 'state', x.state,
          'answer', x.answer, 'answerer', x.answerer)
        from bonus_appeal x where x.biller_id = o.biller_id and x.bonus_id = o.id) as appeal
    from bonus o
    join enrollment e on e.biller_id = o.biller_id and e.id = o.enrollment_id
    join account a on a.biller_id = e.biller_id and a.id = e.account_id
    join customer c on c.biller_id = a.biller_id and c.id = a.customer_id
    join agent g on g.biller_id = o.biller_id and g.id = o.agent_id
    where o.biller_id = ${billerId}
      ${state === undefined ? sql`` : sql`and o.state = ${state}`}
      ${agentId === undefined ? sql`` : sql`and o.agent_id = ${agentId}`}
      ${only === 'flagged' ? sql`and o.state in ('pending', 'vested') and ${open}` : only === 'appealed' ? sql`and ${waits}` : sql``}
      ${after === undefined ? sql`` : sql`and (o.earned_at, o.id) < (${after.earnedAt}, ${after.id})`}
    order by o.earned_at desc, o.id desc limit ${most}`.execute(em.getKysely());
  return rows;
}
