import { Migration } from '@mikro-orm/migrations';

/** Comparing the ledger with the processor's books, the work that comes of it, and payments that did not settle. */
export class Migration20261122043000_reconciliation extends Migration {
  override up(): void {
    for (const statement of RECONCILIATION) this.addSql(statement);
  }
}

const RECONCILIATION = [
  `alter table payment add column returned_at timestamptz, add constraint payment_returned_is_voided
    check (returned_at is null or state = 'voided')`,
  `create table reconciliation (
    biller_id uuid not null references biller, day date not null, currency text not null, sales int not null,
    sales_minor bigint not null, refunds int not null, refunds_minor bigint not null, differences int not null,
    ran_at timestamptz not null, primary key (biller_id, day, currency))`,
  // A batch of the processor's may reach over two of the biller's days: each day has its share of it.
  `create table settlement_batch (
    biller_id uuid not null references biller, id text not null, day date not null, currency text not null,
    sales int not null, sales_minor bigint not null, refunds int not null, refunds_minor bigint not null,
    primary key (biller_id, id, day, currency))`,
  `create table work_item (
    biller_id uuid not null references biller, id uuid not null, kind text not null, subject text not null,
    about text not null, owner text, evidence jsonb not null, opened_at timestamptz not null, opened_by text not null,
    closed_at timestamptz, closed_by text, reason text, primary key (biller_id, id),
    check ((closed_at is null) = (closed_by is null) and (closed_at is null) = (reason is null)))`,
  // The same finding is one piece of work, also after somebody has closed it.
  `create unique index work_item_once on work_item (biller_id, kind, subject, about)`,
  `create index work_item_open on work_item (biller_id, opened_at) where closed_at is null`,
];
