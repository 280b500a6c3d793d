import { Migration } from '@mikro-orm/migrations';

/**
 * Every decision on a text is kept with what it depended on and the rules it was made by; billers and customers may add
 * rules; a text that the rules leave to a person is `held`, and one that waits for its hour says since when it may go.
 */
export class Migration20261122010000_contact_policy extends Migration {
  override up(): void {
    for (const statement of [...DECISIONS, ...RULES, ...TEXTS]) this.addSql(statement);
  }
}

const DECISIONS = [
  `create table policy_version (
    biller_id uuid not null references biller, hash text not null, rules jsonb not null,
    first_used_at timestamptz not null, primary key (biller_id, hash))`,
  `create trigger policy_version_append_only before update or delete or truncate on policy_version
    for each statement execute function refuse_change()`,
  `create table decision (
    biller_id uuid not null, id uuid not null, message_id uuid not null,
    phase text not null check (phase in ('planned', 'claimed')),
    decision text not null check (decision in ('ALLOW', 'DEFER', 'DENY', 'REVIEW')), reasons text[] not null,
    next_allowed_at timestamptz, inputs jsonb not null, policy_version text not null, at timestamptz not null,
    primary key (biller_id, id), foreign key (biller_id, message_id) references message,
    check ((decision = 'DEFER') = (next_allowed_at is not null)))`,
  `create index decision_message on decision (biller_id, message_id)`,
  `create trigger decision_append_only before update or delete or truncate on decision
    for each statement execute function refuse_change()`,
];

const RULES = [
  // Without an account: the biller's own, for everybody.
  `create table contact_rule (
    biller_id uuid not null references biller, id uuid not null, account_id uuid,
    kind text not null check (kind in ('window', 'cap', 'block')), rule jsonb not null,
    created_at timestamptz not null, ended_at timestamptz, primary key (biller_id, id),
    foreign key (biller_id, account_id) references account)`,
  `create index contact_rule_in_force on contact_rule (biller_id, account_id) where ended_at is null`,
  // What stands against texts: of an account (cease, attorney, bankruptcy, dispute, …) or of a phone (reassigned).
  `create table contact_flag (
    biller_id uuid not null references biller, id uuid not null, account_id uuid, phone_id uuid, code text not null,
    since timestamptz not null, until timestamptz, primary key (biller_id, id),
    foreign key (biller_id, account_id) references account, foreign key (biller_id, phone_id) references phone,
    check ((account_id is null) <> (phone_id is null)))`,
  `create index contact_flag_account on contact_flag (biller_id, account_id) where account_id is not null`,
  `create index contact_flag_phone on contact_flag (biller_id, phone_id) where phone_id is not null`,
  // A biller that is not in it holds to the law; `P` adds our own limits.
  `create table contact_profile (
    biller_id uuid primary key references biller, profile text not null check (profile in ('S', 'P')))`,
];

const TEXTS = [
  `alter table message drop constraint message_state_check`,
  `alter table message add constraint message_state_check check (state in ('received', 'queued', 'held', 'sending',
    'uncertain', 'sent', 'delivered', 'undelivered', 'failed', 'cancelled', 'skipped'))`,
  `alter table message add column deferred_until timestamptz`,
  // What went to a phone before, which the limits count.
  `create index message_phone_contacts on message (biller_id, phone_id, claimed_at)
    where direction = 'out' and claimed_at is not null`,
];
