import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';

const AT_ONCE = 20;

/**
 * Cards that are charged (the default ones, and those of mandates), whose last month is within a span, and whose owners have
 * not been told of it.
 * @param span months, `YYYY-MM`, both included
 */
export async function findExpiring(
  em: EntityManager,
  span: { from: string; until: string },
): Promise<{ billerId: string; id: string; vaultToken: string }[]> {
  const { rows } = await sql<{ billerId: string; id: string; vaultToken: string }>`
    select m.biller_id as "billerId", m.id, m.vault_token as "vaultToken" from payment_method m
    where m.removed_at is null and m.closed_at is null and m.exp_year is not null
      and (m.exp_year * 100 + m.exp_month) between ${numbered(span.from)} and ${numbered(span.until)}
      and m.expiry_told is distinct from m.exp_year || '-' || lpad(m.exp_month::text, 2, '0')
      and (m.is_default or exists (select from autopay ap
        where ap.biller_id = m.biller_id and ap.method_id = m.id and ap.state <> 'off'))
    order by m.exp_year, m.exp_month, m.id limit ${AT_ONCE}`.execute(em.getKysely());
  return rows;
}

function numbered(month: string): number {
  return Number(month.replace('-', ''));
}
