import { type SlaRule, USUAL_SLA } from '@kvitt/domain/desk/read-sla';
import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';

/** How long a biller's customers may wait for a person. */
export async function loadSlaRule(em: EntityManager, billerId: string): Promise<SlaRule> {
  const { rows } = await sql<SlaRule>`
    select answer_min as "answerMin", warn_min as "warnMin" from desk_rule where biller_id = ${billerId}`.execute(
    em.getKysely(),
  );
  return rows[0] ?? USUAL_SLA;
}
