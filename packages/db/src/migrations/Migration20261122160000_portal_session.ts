import { Migration } from '@mikro-orm/migrations';

/** Browsers that have proved whose they are, their misses, the codes that were texted to them, and what became of links. */
export class Migration20261122160000_portal_session extends Migration {
  override up(): void {
    for (const statement of [...SESSION, ...LINK]) this.addSql(statement);
  }
}

const SESSION = [
  `create table portal_session (
    biller_id uuid not null, id uuid not null, account_id uuid not null, browser_hash text not null,
    way text not null check (way in ('postal-code', 'date-of-birth', 'text-code')), opened_at timestamptz not null,
    expires_at timestamptz not null, ended_at timestamptz, primary key (biller_id, id),
    foreign key (biller_id, account_id) references account)`,
  `create index portal_session_browser on portal_session (browser_hash) where ended_at is null`,
  `create table step_up_miss (
    biller_id uuid not null, id uuid not null, account_id uuid not null, browser_hash text not null,
    way text not null check (way in ('postal-code', 'date-of-birth', 'text-code')), at timestamptz not null,
    primary key (biller_id, id), foreign key (biller_id, account_id) references account)`,
  `create index step_up_miss_account on step_up_miss (biller_id, account_id, at)`,
  `create index step_up_miss_browser on step_up_miss (browser_hash, at)`,
  `create table step_up_code (
    biller_id uuid not null, id uuid not null, account_id uuid not null, code_hash text not null,
    made_at timestamptz not null, expires_at timestamptz not null, misses int not null default 0, used_at timestamptz,
    primary key (biller_id, id), foreign key (biller_id, account_id) references account)`,
  `create index step_up_code_account on step_up_code (biller_id, account_id, made_at)`,
];

const LINK = [
  // Apart from looks, which are a person's: a robot that previews a link fetches it too.
  'alter table portal_link add column fetched_at timestamptz',
];
