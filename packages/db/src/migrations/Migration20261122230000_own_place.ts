import { Migration } from '@mikro-orm/migrations';

/** Links for somebody else who pays, and the move of an account's texts to another phone. */
export class Migration20261122230000_own_place extends Migration {
  override up(): void {
    for (const statement of STATEMENTS) this.addSql(statement);
  }
}

const STATEMENTS = [
  // What it opens is one bill, to read and to pay: never the account, whoever holds it.
  'alter table portal_link add column is_guest boolean not null default false',
  `create table payer_invite (
    biller_id uuid not null, id uuid not null, account_id uuid not null, invoice_id uuid not null, link_id uuid not null,
    for_whom text not null check (length(for_whom) <= 40), made_at timestamptz not null, ended_at timestamptz,
    primary key (biller_id, id), foreign key (biller_id, account_id) references account,
    foreign key (biller_id, invoice_id) references invoice, foreign key (biller_id, link_id) references portal_link)`,
  'create index payer_invite_account on payer_invite (biller_id, account_id, made_at)',
  'create index payer_invite_link on payer_invite (biller_id, link_id)',
  `create table phone_move (
    biller_id uuid not null, id uuid not null, account_id uuid not null, from_phone_id uuid not null,
    to_phone_id uuid not null, asked_at timestamptz not null, move_at timestamptz not null,
    ended_at timestamptz, ended_as text check (ended_as in ('moved', 'called-off')),
    primary key (biller_id, id), foreign key (biller_id, account_id) references account,
    foreign key (biller_id, from_phone_id) references phone, foreign key (biller_id, to_phone_id) references phone,
    check ((ended_at is null) = (ended_as is null)))`,
  'create unique index phone_move_one_open on phone_move (biller_id, account_id) where ended_at is null',
  'create index phone_move_due on phone_move (move_at) where ended_at is null',
];
