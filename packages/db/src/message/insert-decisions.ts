import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';

/** A decision of the contact policy on a text, as it is kept. */
export interface DecisionRow {
  id: string;
  messageId: string;
  decision: string;
  reasons: readonly string[];
  nextAllowedAt: Date | null;
  /** As `writePolicyInput` gives it. */
  inputs: object;
}

/**
 * Keeps decisions of one phase, with one statement.
 * @returns whether the rules that they were made by are kept as well, under this version
 */
export async function insertDecisions(
  em: EntityManager,
  shared: { billerId: string; phase: 'planned' | 'claimed'; version: string; at: Date },
  rows: readonly DecisionRow[],
): Promise<boolean> {
  const json = JSON.stringify(rows);
  const { rows: found } = await sql<{ isKept: boolean }>`
    with kept as (
      insert into decision (biller_id, id, message_id, phase, decision, reasons, next_allowed_at, inputs, policy_version, at)
      select ${shared.billerId}, d.id, d."messageId", ${shared.phase}, d.decision,
        array(select jsonb_array_elements_text(d.reasons)), d."nextAllowedAt", d.inputs, ${shared.version},
        ${shared.at.toISOString()}::timestamptz
      from jsonb_to_recordset(${json}::jsonb) as d (id uuid, "messageId" uuid, decision text, reasons jsonb,
        "nextAllowedAt" timestamptz, inputs jsonb))
    select exists (select from policy_version where biller_id = ${shared.billerId} and hash = ${shared.version}) as "isKept"`.execute(
    em.getKysely(),
  );
  return found[0]?.isKept ?? false;
}
