import { Migration } from '@mikro-orm/migrations';

/**
 * Cadences in versions, and one row for each step that has come for a bill. A bill whose due date is moved begins its steps
 * anew, so the date is part of the key. That a phone gets one reminder a day is a key as well: no number of workers sends two.
 */
export class Migration20261122060000_reminder extends Migration {
  override up(): void {
    for (const statement of [...CADENCE, ...REMINDER]) this.addSql(statement);
  }
}

const CADENCE = [
  `create table cadence (
    biller_id uuid not null references biller, version int not null check (version > 0), rules jsonb not null,
    saved_by text not null, saved_at timestamptz not null, primary key (biller_id, version))`,
  `create table reminder_run (
    biller_id uuid primary key references biller, since date not null, planned_at timestamptz)`,
];

const REMINDER = [
  `create table reminder (
    biller_id uuid not null, id uuid not null, invoice_id uuid not null, step text not null, due_on date not null,
    cadence_version int not null, template text not null, phone_id uuid, day date not null,
    send_at timestamptz not null, useful_until timestamptz not null,
    state text not null check (state in ('planned', 'queued', 'sent', 'skipped', 'merged')), reason text,
    check ((state = 'skipped') = (reason is not null)), message_id uuid, text_day date, tries int not null default 0,
    created_at timestamptz not null, primary key (biller_id, id), unique (biller_id, invoice_id, step, due_on),
    foreign key (biller_id, cadence_version) references cadence,
    foreign key (biller_id, invoice_id) references invoice,
    foreign key (biller_id, phone_id) references phone, foreign key (biller_id, message_id) references message)`,
  `create unique index reminder_one_a_day on reminder (biller_id, phone_id, text_day) where state in ('queued', 'sent')`,
  `create index reminder_to_queue on reminder (send_at) where state = 'planned'`,
  `create index reminder_phone_planned on reminder (biller_id, phone_id) where state = 'planned'`,
  `create index reminder_under_way on reminder (biller_id, message_id) where state = 'queued'`,
  `create index reminder_message on reminder (biller_id, message_id) where message_id is not null`,
  `create index invoice_due on invoice (biller_id, due_on)`,
];
