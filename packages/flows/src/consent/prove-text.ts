import { ConsentSeal } from '@kvitt/db/consent/consent-seal.entity';
import { type ReadEntry, readLedger } from '@kvitt/db/consent/read-ledger';
import { sha256 } from '@kvitt/db/consent/sha256';
import { Phone } from '@kvitt/db/customer/phone.entity';
import { Message } from '@kvitt/db/message/message.entity';
import type { Seal } from '@kvitt/domain/consent/ledger/is-sealed';
import { contentHash, type LedgerDetails, type LedgerEntry } from '@kvitt/domain/consent/ledger/ledger-entry';
import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import type { Ctx } from '../kit/context.ts';
import { toSeal } from './export-ledger.ts';

/** An event with what it commits to, and the way from it to the seal that vouches for it. */
export interface ProvedEvent {
  entry: LedgerEntry;
  details: LedgerDetails;
  /** What the entries behind it say, as hashes, up to the seal's: nothing of other phones is told. */
  path: string[];
  /** Null where it has not been sealed yet. */
  seal: Seal | null;
}

/** The evidence for one text: what it said, to whom, on what consent, and that the consent was on record. */
export interface TextProof {
  kind: 'kvitt-consent-proof';
  v: 1;
  biller: string;
  text: {
    id: string;
    body: string;
    template: string | null;
    purpose: string | null;
    state: string;
    createdAt: string;
    sentAt: string | null;
    carrierId: string | null;
  };
  /** The number and the salt that open this phone's commitments, and no other's. */
  phone: { e164: string; salt: string | null };
  /** What the contact policy decided, where it is on record. */
  decisions: Record<string, unknown>[];
  /** The phone's consent events up to the sending, oldest first. */
  events: ProvedEvent[];
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
  const entries: ReadEntry[] = [];
  for await (const page of readLedger(em, billerId, { phoneId })) {
    entries.push(...page.filter(({ entry }) => new Date(entry.at) <= sentAt));
  }
  const events: ProvedEvent[] = [];
  for (const { entry, details } of entries) events.push({ entry, details, ...(await findPath(em, entry)) });
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
    phone: { e164, salt: entries[0]?.salt ?? null },
    decisions: await findDecisions(em, billerId, messageId),
    events,
  };
}

/** Seals stand close to each other, so the way to the next is short whatever the ledger's length. */
async function findPath(
  em: EntityManager,
  { biller, seq }: LedgerEntry,
): Promise<{ path: string[]; seal: Seal | null }> {
  const seal = await em.findOne(
    ConsentSeal,
    { billerId: biller, seq: { $gte: seq } },
    { orderBy: { seq: 'asc' } },
  );
  if (!seal) return { path: [], seal: null };
  const path: string[] = [];
  for await (const page of readLedger(em, biller, { from: seq + 1, until: seal.seq })) {
    for (const { entry } of page) {
      const { prev: _, hash: __, ...body } = entry;
      path.push(contentHash(body, sha256));
    }
  }
  return { path, seal: toSeal(seal) };
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
