import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { inSpan, type ReportSpan } from './load-funnels.ts';

export interface PaperSaved {
  /** Bonuses earned and not taken back, in minor units. */
  bonusMinor: number;
  /** Bills that went out as texts to those who were enrolled on a call. */
  bills: number;
  /** Credits granted for doing without paper, in minor units. */
  creditMinor: number;
  /** What a bill on paper costs the biller, as they say, in minor units; null where they have not said. */
  priceMinor: number | null;
}

/** What enrolling has cost in bonuses, and how many bills went by text for it. */
export async function loadPaper(em: EntityManager, span: ReportSpan): Promise<PaperSaved> {
  const { billerId } = span;
  const { rows } = await sql<PaperSaved>`
    select (select coalesce(sum(minor), 0)::float8 from bonus where biller_id = ${billerId}
        and state not in ('clawed-back', 'rejected') and ${inSpan(sql`earned_at`, span)}) as "bonusMinor",
      (select count(*)::int from message m where m.biller_id = ${billerId} and m.state = 'delivered'
        and m.template like 'bill-ready%' and ${inSpan(sql`m.sent_at`, span)}
        and exists (select from enrollment e where e.biller_id = m.biller_id and e.phone_id = m.phone_id
          and e.confirmed_at <= m.created_at)) as bills,
      (select coalesce(sum(amount_minor), 0)::float8 from credit where biller_id = ${billerId} and kind = 'paperless'
        and ${inSpan(sql`granted_at`, span)}) as "creditMinor",
      (select minor::float8 from paper_price where biller_id = ${billerId} order by since desc, id desc limit 1) as "priceMinor"`.execute(
    em.getKysely(),
  );
  return rows[0] ?? { bonusMinor: 0, bills: 0, creditMinor: 0, priceMinor: null };
}
