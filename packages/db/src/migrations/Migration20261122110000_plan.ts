import { Migration } from '@mikro-orm/migrations';

/** Payment plans: the bills that each is about, its instalments, and the offer of one that waits for its YES. */
export class Migration20261122110000_plan extends Migration {
  override up(): void {
    for (const statement of PLAN) this.addSql(statement);
  }
}

const PLAN = [
  `create table payment_plan (
    biller_id uuid not null, id uuid not null, account_id uuid not null,
    total_minor bigint not null check (total_minor > 0), currency text not null,
    pace text not null check (pace in ('week', 'two-weeks', 'month')), grace_days int not null check (grace_days >= 0),
    state text not null check (state in ('running', 'paid', 'broken', 'ended')),
    channel text not null check (channel in ('text', 'portal', 'agent')), made_by text not null, message_id uuid,
    conversation_id uuid, made_at timestamptz not null, look_at timestamptz not null,
    ended_at timestamptz, ended_by text, primary key (biller_id, id),
    foreign key (biller_id, account_id) references account, check ((state = 'running') = (ended_at is null)))`,
  // Two forms sent at once make one plan.
  `create unique index payment_plan_one_running on payment_plan (biller_id, account_id) where state = 'running'`,
  `create index payment_plan_account on payment_plan (biller_id, account_id)`,
  `create index payment_plan_to_look_at on payment_plan (look_at) where state = 'running'`,
  `create table plan_bill (
    biller_id uuid not null, plan_id uuid not null, invoice_id uuid not null,
    primary key (biller_id, plan_id, invoice_id),
    foreign key (biller_id, plan_id) references payment_plan, foreign key (biller_id, invoice_id) references invoice)`,
  `create index plan_bill_invoice on plan_bill (biller_id, invoice_id)`,
  `create table instalment (
    biller_id uuid not null, plan_id uuid not null, number int not null check (number > 0), due_on date not null,
    amount_minor bigint not null check (amount_minor > 0), told_on date, told_message_id uuid,
    missed_on date, missed_message_id uuid, primary key (biller_id, plan_id, number), foreign key (biller_id, plan_id) references payment_plan)`,
  `create table plan_offer (
    biller_id uuid not null, id uuid not null, conversation_id uuid not null, account_id uuid not null,
    total_minor bigint not null check (total_minor > 0), currency text not null, parts int not null,
    first_on date not null, code text not null,
    state text not null check (state in ('open', 'accepted', 'declined', 'superseded')),
    created_at timestamptz not null, expires_at timestamptz not null, primary key (biller_id, id),
    foreign key (biller_id, conversation_id) references conversation, foreign key (biller_id, account_id) references account)`,
  `create index plan_offer_open on plan_offer (biller_id, conversation_id) where state = 'open'`,
  // An instalment is charged by itself like a bill, once for its due date, beside a bill's own.
  `alter table planned_charge add column plan_id uuid`,
  `alter table planned_charge add constraint planned_charge_plan foreign key (biller_id, plan_id) references payment_plan`,
  `drop index planned_charge_once`,
  `create unique index planned_charge_once on planned_charge (biller_id, invoice_id, due_on, plan_id) nulls not distinct`,
  `alter table payment add column plan_id uuid`,
  `alter table payment add constraint payment_plan foreign key (biller_id, plan_id) references payment_plan`,
];
