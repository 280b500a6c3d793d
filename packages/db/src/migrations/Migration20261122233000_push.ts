import { Migration } from '@mikro-orm/migrations';

/** Browsers that asked for notes of bills and receipts, and the notes that wait for them. */
export class Migration20261122233000_push extends Migration {
  override up(): void {
    for (const statement of STATEMENTS) this.addSql(statement);
  }
}

const STATEMENTS = [
  `create table push_subscription (
    biller_id uuid not null, id uuid not null, account_id uuid not null, phone_id uuid not null,
    endpoint text not null check (length(endpoint) <= 1000), p256dh text not null, auth text not null,
    browser_hash text not null, language text not null, created_at timestamptz not null,
    ended_at timestamptz, ended_why text check (ended_why in ('asked', 'gone', 'replaced', 'signed-out', 'removed')),
    primary key (biller_id, id), foreign key (biller_id, account_id) references account,
    foreign key (biller_id, phone_id) references phone, check ((ended_at is null) = (ended_why is null)))`,
  `create unique index push_subscription_open on push_subscription (biller_id, account_id, endpoint)
    where ended_at is null`,
  `create index push_subscription_phone on push_subscription (biller_id, phone_id) where ended_at is null`,
  `create index push_subscription_browser on push_subscription (browser_hash) where ended_at is null`,
  `create table push_note (
    biller_id uuid not null, id uuid not null, subscription_id uuid not null, message_id uuid not null,
    invoice_id uuid not null, kind text not null check (kind in ('bill', 'receipt')),
    state text not null check (state in ('queued', 'sent', 'failed', 'skipped')), reason text,
    attempts int not null default 0, send_at timestamptz not null, send_before timestamptz not null,
    created_at timestamptz not null, sent_at timestamptz, primary key (biller_id, id),
    unique (biller_id, subscription_id, message_id),
    foreign key (biller_id, subscription_id) references push_subscription,
    foreign key (biller_id, message_id) references message, foreign key (biller_id, invoice_id) references invoice)`,
  `create index push_note_due on push_note (send_at) where state = 'queued'`,
  'create index push_note_message on push_note (biller_id, message_id)',
];
