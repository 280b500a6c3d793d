import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';

/** What one agent is paid for a closed period; amounts in minor units. */
export interface PayLine {
  agentId: string;
  name: string;
  email: string;
  bonuses: number;
  grossMinor: number;
  nettedMinor: number;
  paidMinor: number;
  owedMinor: number;
  currency: string;
}

/** The lines of a closed period, by name. */
export async function listPayLines(
  em: EntityManager,
  billerId: string,
  periodId: string,
): Promise<PayLine[]> {
  const { rows } = await sql<PayLine>`
    select l.agent_id as "agentId", g.name, g.email, l.bonuses, l.gross_minor::float8 as "grossMinor",
      l.netted_minor::float8 as "nettedMinor", (l.gross_minor - l.netted_minor)::float8 as "paidMinor",
      l.owed_minor::float8 as "owedMinor", l.currency
    from pay_line l join agent g on g.biller_id = l.biller_id and g.id = l.agent_id
    where l.biller_id = ${billerId} and l.period_id = ${periodId} order by g.name, g.id`.execute(
    em.getKysely(),
  );
  return rows;
}
