import type { ConsentAct, ConsentChannel, ConsentPurpose } from '@kvitt/domain/consent/consent';
import { chainEntry, commitDetails, commitPhone, GENESIS } from '@kvitt/domain/consent/ledger/ledger-entry';
import { Migration } from '@mikro-orm/migrations';
import { sha256 } from '../consent/sha256.ts';

/**
 * Consent events become a ledger: each is chained to the one before, a biller's head is one row, and signed heads are kept
 * beside it. Those that are there already are chained in the order in which they happened.
 */
export class Migration20261122020000_consent_ledger extends Migration {
  override async up(): Promise<void> {
    for (const statement of TABLES) await this.execute(statement);
    for (const { id } of await this.rows<{ id: string }>('select id from biller')) await this.chain(id);
    for (const statement of CLOSED) await this.execute(statement);
  }

  private async chain(biller: string): Promise<void> {
    let prev = GENESIS;
    for (let seq = 0; ; ) {
      const page = await this.rows<OldEvent>(OLDEST, [biller, PAGE]);
      if (page.length === 0) break;
      const links = page.map((event) => {
        const { salt, id, wording, actor, messageId } = event;
        const details = { wording, actor, messageId, evidence: {} };
        seq += 1;
        const body = {
          v: 1 as const,
          biller,
          seq,
          id,
          at: new Date(event.at).toISOString(),
          phone: commitPhone(salt, event.e164, sha256),
          purpose: event.purpose,
          act: event.act,
          channel: event.channel,
          wording: null,
          details: commitDetails(salt, id, details, sha256),
        };
        const { hash, prev: before } = chainEntry(prev, body, sha256);
        prev = hash;
        return { id, seq, prev: before, hash };
      });
      await this.execute(LINK, [JSON.stringify(links), biller]);
      await this.execute(HEAD, [biller, seq, prev]);
    }
  }

  private async rows<T>(sql: string, params: unknown[] = []): Promise<T[]> {
    return (await this.execute(sql, params)) as unknown as T[];
  }
}

const PAGE = 5_000;

const TABLES = [
  // Under it a phone's number is committed to; without it, whoever holds the ledger could try all numbers there are.
  `alter table phone add column consent_salt uuid not null default gen_random_uuid()`,
  `alter table consent_event add column seq bigint, add column prev_hash text, add column hash text,
    add column wording_key text, add column evidence jsonb not null default '{}'`,
  `create table consent_head (
    biller_id uuid primary key references biller, seq bigint not null, hash text not null)`,
  `create table consent_seal (
    biller_id uuid not null references biller, seq bigint not null, hash text not null, sealed_at timestamptz not null,
    public_key text not null, signature text not null, primary key (biller_id, seq))`,
  `create trigger consent_seal_append_only before update or delete or truncate on consent_seal
    for each statement execute function refuse_change()`,
  `alter table consent drop constraint consent_state_check`,
  `alter table consent add constraint consent_state_check
    check (state in ('pending', 'express', 'confirmed', 'pewc', 'soft_optin', 'revoked'))`,
  `create index consent_pending on consent (since) where state = 'pending'`,
  // Links that were texted to a phone which is not our customer's are closed by their text.
  `create index portal_link_message on portal_link (biller_id, message_id) where message_id is not null`,
  `alter table consent_event disable trigger consent_event_append_only`,
  `create index consent_event_unchained on consent_event (biller_id, at, id) where seq is null`,
];

const CLOSED = [
  `alter table consent_event enable trigger consent_event_append_only`,
  `drop index consent_event_unchained`,
  `alter table consent_event alter column seq set not null, alter column prev_hash set not null,
    alter column hash set not null`,
  `create unique index consent_event_seq on consent_event (biller_id, seq)`,
];

const OLDEST = `
  select e.id, e.purpose, e.act, e.channel, e.wording, e.actor, e.message_id as "messageId",
    to_json(e.at) #>> '{}' as at, p.e164, p.consent_salt as salt
  from consent_event e join phone p on p.biller_id = e.biller_id and p.id = e.phone_id
  where e.biller_id = ? and e.seq is null order by e.at, e.id limit ?`;

const LINK = `
  update consent_event e set seq = l.seq, prev_hash = l.prev, hash = l.hash
  from jsonb_to_recordset(?::jsonb) as l (id uuid, seq bigint, prev text, hash text)
  where e.biller_id = ? and e.id = l.id`;

const HEAD = `
  insert into consent_head (biller_id, seq, hash) values (?, ?, ?)
  on conflict (biller_id) do update set seq = excluded.seq, hash = excluded.hash`;

interface OldEvent {
  id: string;
  purpose: ConsentPurpose;
  act: ConsentAct;
  channel: ConsentChannel;
  wording: string;
  actor: string;
  messageId: string | null;
  at: string;
  e164: string;
  salt: string;
}
