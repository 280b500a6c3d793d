import { Migration } from '@mikro-orm/migrations';

/** Mandates to charge bills on their due dates, and the charges that are planned under them. */
export class Migration20261122042000_autopay extends Migration {
  override up(): void {
    for (const statement of AUTOPAY) this.addSql(statement);
  }
}

const AUTOPAY = [
  `create table autopay (
    biller_id uuid not null, id uuid not null, account_id uuid not null, method_id uuid not null,
    state text not null check (state in ('on', 'paused', 'off')), sweeps_open boolean not null,
    wording_key text not null, wording text not null, language text not null, actor text not null,
    channel text not null check (channel in ('text', 'web', 'written')), message_id uuid, evidence jsonb not null,
    agreed_at timestamptz not null, ended_at timestamptz, ended_by text, primary key (biller_id, id),
    foreign key (biller_id, account_id) references account, foreign key (biller_id, method_id) references payment_method,
    check ((state = 'off') = (ended_at is not null)))`,
  // Two forms sent at once make one mandate.
  `create unique index autopay_one_live on autopay (biller_id, account_id) where state <> 'off'`,
  `create index autopay_account on autopay (biller_id, account_id)`,
  `create table planned_charge (
    biller_id uuid not null, id uuid not null, account_id uuid not null, autopay_id uuid not null,
    invoice_id uuid not null, due_on date not null,
    state text not null check (state in ('queued', 'charging', 'charged', 'paid-before', 'skipped', 'failed')),
    reason text, tries int not null default 0, charge_on date not null, charge_at timestamptz not null,
    tell_at timestamptz, created_at timestamptz not null, ended_at timestamptz, primary key (biller_id, id),
    foreign key (biller_id, autopay_id) references autopay, foreign key (biller_id, account_id) references account,
    foreign key (biller_id, invoice_id) references invoice)`,
  // A bill is charged by itself once for one due date, however often the round that plans it runs.
  `create unique index planned_charge_once on planned_charge (biller_id, invoice_id, due_on)`,
  `create index planned_charge_due on planned_charge (charge_at) where state = 'queued'`,
  `create index planned_charge_to_tell on planned_charge (tell_at) where state = 'queued' and tell_at is not null`,
  `create index planned_charge_account on planned_charge (biller_id, account_id)`,
  `alter table payment add column planned_charge_id uuid`,
  `alter table payment add constraint payment_planned_charge
    foreign key (biller_id, planned_charge_id) references planned_charge`,
  `create index payment_of_planned_charge on payment (biller_id, planned_charge_id) where planned_charge_id is not null`,
  `alter table payment drop constraint payment_channel_check`,
  `alter table payment add constraint payment_channel_check
    check (channel in ('text', 'portal', 'autopay') and (channel = 'autopay') = (planned_charge_id is not null))`,
];
