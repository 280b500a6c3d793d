import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';

/** What came of the calls that went by one script, since a time. */
export interface ScriptResult {
  /** `key@version`. */
  script: string;
  /** Calls that are over. */
  calls: number;
  asked: number;
  confirmed: number;
  stopped: number;
  /** Half of the calls took longer. */
  medianMs: number | null;
}

/** One step of a script, over the same calls. */
export interface StepResult {
  script: string;
  step: string;
  /** Calls that came to it, and those whose last step it was without the handset having been asked. */
  reached: number;
  lost: number;
  medianMs: number | null;
}

/** How scripts did, by script and by step: calls that began after `since` and are over. */
export async function listScripts(
  em: EntityManager,
  billerId: string,
  since: Date,
): Promise<{
  scripts: ScriptResult[];
  steps: StepResult[];
  reasons: { script: string; reason: string; calls: number }[];
}> {
  const db = em.getKysely();
  const over = sql`select e.*, e.script_key || '@' || e.script_version as script from enrollment e
    where e.biller_id = ${billerId} and e.started_at >= ${since.toISOString()} and e.ended_at is not null`;
  const scripts = await sql<ScriptResult>`
    select script, count(*)::int as calls, count(asked_at)::int as asked, count(confirmed_at)::int as confirmed,
      count(stopped_at)::int as stopped,
      (percentile_disc(0.5) within group (order by extract(epoch from ended_at - started_at)) * 1000)::float8 as "medianMs"
    from (${over}) e group by script order by script`.execute(db);
  const steps = await sql<StepResult>`
    select e.script, walked.value ->> 'step' as step, count(distinct e.id)::int as reached,
      count(distinct e.id) filter (where e.asked_at is null and walked.ordinality = jsonb_array_length(e.path))::int as lost,
      (percentile_disc(0.5) within group (order by (walked.value ->> 'ms')::float8))::float8 as "medianMs"
    from (${over}) e, jsonb_array_elements(e.path) with ordinality walked
    group by 1, 2 order by 1, 2`.execute(db);
  const reasons = await sql<{ script: string; reason: string; calls: number }>`
    select script, reason, count(*)::int as calls from (${over}) e where reason is not null
    group by script, reason order by script, calls desc`.execute(db);
  return { scripts: scripts.rows, steps: steps.rows, reasons: reasons.rows };
}
