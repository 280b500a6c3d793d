import type { PushKind } from '@kvitt/domain/push/read-push-kind';
import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';

/** A text that goes out and is shown as a note as well. */
export interface NotedText {
  messageId: string;
  phoneId: string;
  invoiceId: string;
  kind: PushKind;
}

/** Puts a note beside each text for every browser that shows the bills of its account, once a browser and text. */
export async function insertPushNotes(
  em: EntityManager,
  billerId: string,
  texts: readonly NotedText[],
  { now, sendBefore }: { now: Date; sendBefore: Date },
): Promise<void> {
  if (texts.length === 0) return;
  await sql`
    insert into push_note (biller_id, id, subscription_id, message_id, invoice_id, kind, state, send_at, send_before, created_at)
    select ${billerId}, gen_random_uuid(), s.id, t."messageId", t."invoiceId", t.kind, 'queued',
      ${now.toISOString()}::timestamptz, ${sendBefore.toISOString()}::timestamptz, ${now.toISOString()}::timestamptz
    from jsonb_to_recordset(${JSON.stringify(texts)}::jsonb)
      as t ("messageId" uuid, "phoneId" uuid, "invoiceId" uuid, kind text)
    join invoice i on i.biller_id = ${billerId} and i.id = t."invoiceId"
    join push_subscription s on s.biller_id = ${billerId} and s.phone_id = t."phoneId" and s.account_id = i.account_id
      and s.ended_at is null and t.kind = any(s.kinds)
    on conflict do nothing`.execute(em.getKysely());
}
