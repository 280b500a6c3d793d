import { Migration } from '@mikro-orm/migrations';

/** Disputes that customers' banks opened about our sales, and the bills that what was lost comes out of. */
export class Migration20261122043100_dispute extends Migration {
  override up(): void {
    for (const statement of DISPUTE) this.addSql(statement);
  }
}

const DISPUTE = [
  `create table dispute (
    biller_id uuid not null, id uuid not null, vendor_id text not null, payment_id uuid not null, kind text not null,
    reason text not null, vendor_status text not null,
    state text not null check (state in ('open', 'answered', 'won', 'lost')), takes_money boolean not null,
    amount_minor bigint not null check (amount_minor > 0), won_minor bigint not null check (won_minor >= 0),
    currency text not null, reply_by date, opened_at timestamptz not null, answered_by text,
    decided_at timestamptz, primary key (biller_id, id), unique (vendor_id),
    check ((decided_at is not null) = (state in ('won', 'lost'))), check (won_minor <= amount_minor),
    foreign key (biller_id, payment_id) references payment)`,
  `create index dispute_payment on dispute (biller_id, payment_id)`,
  `create table dispute_part (
    biller_id uuid not null, dispute_id uuid not null, invoice_id uuid not null,
    amount_minor bigint not null check (amount_minor > 0), primary key (biller_id, dispute_id, invoice_id),
    foreign key (biller_id, dispute_id) references dispute, foreign key (biller_id, invoice_id) references invoice)`,
  `create index dispute_part_invoice on dispute_part (biller_id, invoice_id)`,
];
