import { Migration } from '@mikro-orm/migrations';

/** Customers who ask for bills by text on a page, each waiting for its handset. */
export class Migration20261122180100_web_join extends Migration {
  override up(): void {
    for (const statement of STATEMENTS) this.addSql(statement);
  }
}

const STATEMENTS = [
  `create table web_join (
    biller_id uuid not null, id uuid not null, account_id uuid not null, phone_id uuid not null,
    source text not null check (source in ('page', 'statement', 'button')), code_hash text not null,
    message_id uuid not null, misses int not null default 0, asked_at timestamptz not null, expires_at timestamptz not null,
    joined_at timestamptz, primary key (biller_id, id), foreign key (biller_id, account_id) references account,
    foreign key (biller_id, phone_id) references phone, foreign key (biller_id, message_id) references message)`,
  'create index web_join_phone on web_join (biller_id, phone_id, asked_at)',
  'create index web_join_joined on web_join (biller_id, joined_at) where joined_at is not null',
];
