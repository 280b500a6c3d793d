import { Migration } from '@mikro-orm/migrations';

/** Pictures that customers attach to their words on the page, and when they last looked at a thread. */
export class Migration20261122105000_message_picture extends Migration {
  override up(): void {
    for (const statement of STATEMENTS) this.addSql(statement);
  }
}

const STATEMENTS = [
  `create table message_picture (
    biller_id uuid not null, message_id uuid not null, account_id uuid not null, jpeg bytea not null,
    width int not null check (width > 0), height int not null check (height > 0), created_at timestamptz not null,
    primary key (biller_id, message_id), foreign key (biller_id, message_id) references message,
    foreign key (biller_id, account_id) references account, check (length(jpeg) <= 4000000))`,
  // It is packed already.
  'alter table message_picture alter column jpeg set storage external',
  'create index message_picture_account on message_picture (biller_id, account_id, created_at)',
  `create table thread_look (
    biller_id uuid not null, conversation_id uuid not null, account_id uuid not null, at timestamptz not null,
    primary key (biller_id, conversation_id, account_id),
    foreign key (biller_id, conversation_id) references conversation,
    foreign key (biller_id, account_id) references account)`,
];
