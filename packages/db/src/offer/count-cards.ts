import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';

/** What came of one card: how many accounts were shown it, and what they did with it. */
export interface CardCounts {
  key: string;
  shown: number;
  taken: number;
  putAway: number;
  /** Accounts that a text invited to it. */
  invited: number;
  answered: number;
  promoters: number;
  passives: number;
  detractors: number;
}

/** Counts what came of every card that a biller has shown, in the order of their names. */
export async function countCards(em: EntityManager, billerId: string): Promise<CardCounts[]> {
  const { rows } = await sql<CardCounts>`
    select e.key, count(distinct e.account_id) filter (where e.what = 'shown')::int as shown,
      count(distinct e.account_id) filter (where e.what = 'taken')::int as taken,
      count(distinct e.account_id) filter (where e.what = 'put-away')::int as "putAway",
      count(distinct e.account_id) filter (where e.what = 'invited')::int as invited,
      coalesce(max(s.answered), 0)::int as answered, coalesce(max(s.promoters), 0)::int as promoters,
      coalesce(max(s.passives), 0)::int as passives, coalesce(max(s.detractors), 0)::int as detractors
    from card_event e left join (
      select key, count(*) as answered, count(*) filter (where score >= 9) as promoters,
        count(*) filter (where score in (7, 8)) as passives, count(*) filter (where score <= 6) as detractors
      from survey_answer where biller_id = ${billerId} group by key) s on s.key = e.key
    where e.biller_id = ${billerId} group by e.key order by e.key`.execute(em.getKysely());
  return rows;
}
