import { Migration } from '@mikro-orm/migrations';

/** Campaigns, what was done to them by whom, and one row for each phone that one goes through: never two. */
export class Migration20261122070100_campaign extends Migration {
  override up(): void {
    for (const statement of CAMPAIGN) this.addSql(statement);
  }
}

const CAMPAIGN = [
  `create table customer_tag (
    biller_id uuid not null, customer_id uuid not null, tag text not null, since timestamptz not null,
    primary key (biller_id, customer_id, tag), foreign key (biller_id, customer_id) references customer)`,
  `create index customer_tag_tag on customer_tag (biller_id, tag, customer_id)`,
  `create table campaign (
    biller_id uuid not null references biller, id uuid not null, name text not null, plan jsonb not null,
    state text not null check (state in ('draft', 'scheduled', 'running', 'paused', 'done', 'cancelled')), reason text,
    start_at timestamptz, walked_to uuid, walked_at timestamptz, paced_at timestamptz, created_at timestamptz not null,
    finished_at timestamptz, primary key (biller_id, id), unique (biller_id, name))`,
  `create index campaign_to_run on campaign (start_at) where state in ('scheduled', 'running')`,
  `create table campaign_event (
    biller_id uuid not null, id uuid not null, campaign_id uuid not null, act text not null, actor text not null,
    reason text, at timestamptz not null, primary key (biller_id, id),
    foreign key (biller_id, campaign_id) references campaign)`,
  `create trigger campaign_event_append_only before update or delete or truncate on campaign_event
    for each statement execute function refuse_change()`,
  `create table campaign_text (
    biller_id uuid not null, campaign_id uuid not null, phone_id uuid not null, account_id uuid not null,
    is_held_out boolean not null,
    state text not null check (state in ('waiting', 'queued', 'held-out', 'excluded', 'cancelled')),
    reasons text[] not null default '{}', next_at timestamptz not null, decided_at timestamptz, message_id uuid,
    tries int not null default 0, primary key (biller_id, campaign_id, phone_id),
    foreign key (biller_id, campaign_id) references campaign, foreign key (biller_id, phone_id) references phone,
    foreign key (biller_id, account_id) references account, foreign key (biller_id, message_id) references message)`,
  `create index campaign_text_waiting on campaign_text (biller_id, campaign_id, next_at, phone_id) where state = 'waiting'`,
  `create index campaign_text_message on campaign_text (biller_id, message_id) where message_id is not null`,
];
