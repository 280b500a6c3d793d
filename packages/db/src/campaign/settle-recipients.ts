import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';

/** What came of one phone's turn. */
export interface Settled {
  phoneId: string;
  state: 'waiting' | 'queued' | 'held-out' | 'excluded';
  reasons: readonly string[];
  /** For `waiting`: when its next turn is. */
  nextAt?: Date;
  messageId?: string;
  /** What was decided on, where there is no text to keep it with. */
  inputs?: object;
}

/** Writes down what came of these phones' turns, in one statement. */
export async function settleRecipients(
  em: EntityManager,
  campaign: { billerId: string; id: string },
  settled: readonly Settled[],
  { now, policyVersion }: { now: Date; policyVersion: string },
): Promise<void> {
  const rows = settled.map(({ phoneId, state, reasons, nextAt, messageId, inputs }) => ({
    phoneId,
    state,
    reasons,
    nextAt: (nextAt ?? now).toISOString(),
    messageId: messageId ?? null,
    inputs: inputs ?? null,
  }));
  await sql`
    update campaign_text t set state = s.state, next_at = s."nextAt", message_id = s."messageId",
      inputs = s.inputs, policy_version = case when s.inputs is null then null else ${policyVersion}::text end,
      reasons = array(select jsonb_array_elements_text(s.reasons)),
      decided_at = case when s.state = 'waiting' then null else ${now.toISOString()}::timestamptz end
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as s ("phoneId" uuid, state text, reasons jsonb, "nextAt" timestamptz, "messageId" uuid, inputs jsonb)
    where t.biller_id = ${campaign.billerId} and t.campaign_id = ${campaign.id} and t.phone_id = s."phoneId"`.execute(
    em.getKysely(),
  );
}
