import { Migration } from '@mikro-orm/migrations';

/** What is shown beside bills, what became of it, and what customers answered; and notes that nobody at the desk wrote. */
export class Migration20261122180000_journey extends Migration {
  override up(): void {
    for (const statement of STATEMENTS) this.addSql(statement);
  }
}

const STATEMENTS = [
  `create table journey (
    biller_id uuid not null references biller, version int not null check (version > 0), rules jsonb not null,
    saved_by text not null, saved_at timestamptz not null, primary key (biller_id, version))`,
  `create table card_event (
    biller_id uuid not null, id uuid not null, account_id uuid not null, key text not null,
    what text not null check (what in ('shown', 'taken', 'answered', 'put-away')), on_day date not null,
    at timestamptz not null, primary key (biller_id, id), foreign key (biller_id, account_id) references account)`,
  'create index card_event_account on card_event (biller_id, account_id, key)',
  'create index card_event_key on card_event (biller_id, key, at)',
  `create table survey_answer (
    biller_id uuid not null, id uuid not null, account_id uuid not null, key text not null,
    score int not null check (score between 0 and 10), comment text not null, at timestamptz not null,
    primary key (biller_id, id), foreign key (biller_id, account_id) references account)`,
  'create index survey_answer_key on survey_answer (biller_id, key, at)',
  'alter table desk_note alter column author_id drop not null',
];
