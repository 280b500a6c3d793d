import { Migration } from '@mikro-orm/migrations';

/** Scripts of a biller's own, which of them calls go by, and what a call keeps besides. */
export class Migration20261122140000_call_script extends Migration {
  override up(): void {
    for (const statement of STATEMENTS) this.addSql(statement);
  }
}

const STATEMENTS = [
  `create table call_script (
    biller_id uuid not null references biller, version int not null check (version > 0), name text not null,
    edit jsonb not null, body jsonb not null, author_id uuid not null, author text not null,
    created_at timestamptz not null, primary key (biller_id, version))`,
  `create trigger call_script_append_only before update or delete or truncate on call_script
    for each statement execute function refuse_change()`,
  // What is in use: the newest row. Two names are two scripts against each other, half of the calls each.
  `create table call_script_use (
    biller_id uuid not null references biller, id uuid not null, one text not null, other text, by_id uuid not null,
    by_name text not null, since timestamptz not null, primary key (biller_id, id), check (one <> other))`,
  'create index call_script_use_since on call_script_use (biller_id, since desc, id desc)',
  `create trigger call_script_use_append_only before update or delete or truncate on call_script_use
    for each statement execute function refuse_change()`,
  'alter table enrollment add column wants_autopay boolean not null default false',
  'create index enrollment_script on enrollment (biller_id, script_key, script_version, started_at)',
  'create index enrollment_started on enrollment (biller_id, started_at desc, id desc)',
  'create index enrollment_confirmed on enrollment (biller_id, confirmed_at desc) where confirmed_at is not null',
];
