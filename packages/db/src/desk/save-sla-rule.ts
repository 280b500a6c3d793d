import type { SlaRule } from '@kvitt/domain/desk/read-sla';
import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';

/** Keeps how long a biller's customers may wait for a person. */
export async function saveSlaRule(
  em: EntityManager,
  billerId: string,
  { answerMin, warnMin }: SlaRule,
): Promise<void> {
  await sql`
    insert into desk_rule (biller_id, answer_min, warn_min) values (${billerId}, ${answerMin}, ${warnMin})
    on conflict (biller_id) do update set answer_min = excluded.answer_min, warn_min = excluded.warn_min`.execute(
    em.getKysely(),
  );
}
