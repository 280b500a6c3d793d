import { Phone } from '@kvitt/db/customer/phone.entity';
import { Message } from '@kvitt/db/message/message.entity';
import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import type { Ctx } from '../kit/context.ts';
import { type ProvedEvent, proveEvents } from './prove-events.ts';

/** That events were on record in these words: of one phone, whole, or up to a text. */
export interface ConsentProof {
  kind: 'kvitt-consent-proof';
  v: 1;
  biller: string;
  text: ProvedText | null;
  /** The number and the salt that open this phone's commitments, and no other's. */
  phone: { e164: string; salt: string | null };
  /** What the contact policy decided of the text, where it is on record. */
  decisions: Record<string, unknown>[];
  /** The phone's consent events, oldest first; for a text up to its sending. */
  events: ProvedEvent[];
}

/** The evidence for one text: what it said, to whom, on what consent, and that the consent was on record. */
export interface TextProof extends ConsentProof {
  text: ProvedText;
}

interface ProvedText {
  id: string;
  body: string;
  template: string | null;
  purpose: string | null;
  state: string;
  createdAt: string;
  sentAt: string | null;
  carrierId: string | null;
}

export const PROOF_KIND = 'kvitt-consent-proof';

/** Gathers the evidence for one of our texts; undefined where there is no such text. */
export async function proveText(ctx: Ctx, messageId: string): Promise<TextProof | undefined> {
  const em = ctx.em.fork();
  const text = await em.findOne(Message, { id: messageId, direction: 'out' });
  if (!text) return undefined;
  const { billerId, phoneId } = text;
  const sentAt = text.sentAt ?? text.claimedAt ?? text.createdAt;
  const { e164 } = await em.findOneOrFail(Phone, { billerId, id: phoneId });
  const { salt, events } = await proveEvents(em, { billerId, phoneId, until: sentAt });
  return {
    kind: PROOF_KIND,
    v: 1,
    biller: billerId,
    text: {
      id: text.id,
      body: text.body,
      template: text.template ?? null,
      purpose: text.purpose ?? null,
      state: text.state,
      createdAt: text.createdAt.toISOString(),
      sentAt: text.sentAt?.toISOString() ?? null,
      carrierId: text.vendorId ?? null,
    },
    phone: { e164, salt },
    decisions: await findDecisions(em, billerId, messageId),
    events,
  };
}

/** The table of the policy's decisions is another room's; where it names the text, all that it says goes along. */
async function findDecisions(
  em: EntityManager,
  billerId: string,
  messageId: string,
): Promise<Record<string, unknown>[]> {
  const db = em.getKysely();
  const { rows: columns } = await sql<{ name: string }>`
    select column_name as name from information_schema.columns
    where table_schema = 'public' and table_name = 'decision' and column_name in ('biller_id', 'message_id')`.execute(
    db,
  );
  if (columns.length < 2) return [];
  const { rows } = await sql<{ decision: Record<string, unknown> }>`
    select to_jsonb(d) as decision from ${sql.table('decision')} d
    where d.biller_id = ${billerId} and d.message_id = ${messageId}`.execute(db);
  return rows.map(({ decision }) => decision);
}
