import { Migration } from '@mikro-orm/migrations';

/** Passkeys that open an account on the page, and the questions that they answer, each once. */
export class Migration20261122105100_portal_passkey extends Migration {
  override up(): void {
    for (const statement of STATEMENTS) this.addSql(statement);
  }
}

const WAYS = `check (way in ('postal-code', 'date-of-birth', 'text-code', 'passkey'))`;

const STATEMENTS = [
  `create table portal_passkey (
    biller_id uuid not null, id uuid not null, account_id uuid not null, credential_id text not null,
    public_key bytea not null, counter bigint not null, transports text not null, added_at timestamptz not null,
    used_at timestamptz, removed_at timestamptz, primary key (biller_id, id),
    foreign key (biller_id, account_id) references account, check (length(credential_id) <= 1400))`,
  'create unique index portal_passkey_credential on portal_passkey (credential_id) where removed_at is null',
  'create index portal_passkey_account on portal_passkey (biller_id, account_id) where removed_at is null',
  // Whose account it is may only be known by the answer.
  `create table passkey_challenge (
    biller_id uuid not null, id uuid not null, account_id uuid, challenge text not null, made_at timestamptz not null,
    expires_at timestamptz not null, used_at timestamptz, primary key (biller_id, id),
    foreign key (biller_id) references biller, foreign key (biller_id, account_id) references account)`,
  'create index passkey_challenge_over on passkey_challenge (biller_id, expires_at)',
  'alter table portal_session drop constraint portal_session_way_check',
  `alter table portal_session add constraint portal_session_way_check ${WAYS}`,
  'alter table step_up_miss drop constraint step_up_miss_way_check',
  `alter table step_up_miss add constraint step_up_miss_way_check ${WAYS}`,
];
