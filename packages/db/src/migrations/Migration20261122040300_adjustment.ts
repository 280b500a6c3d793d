import { Migration } from '@mikro-orm/migrations';

/** What changes what is due on a bill besides paying, and what lets it rest. */
export class Migration20261122040300_adjustment extends Migration {
  override up(): void {
    for (const statement of ADJUSTMENT) this.addSql(statement);
  }
}

const ADJUSTMENT = [
  `create table adjustment (
    biller_id uuid not null, id uuid not null, invoice_id uuid not null,
    kind text not null check (kind in ('late-fee', 'credit-note', 'write-off', 'write-off-reversed',
      'fee-waived', 'small-difference')),
    amount_minor bigint not null check (amount_minor > 0), currency text not null, number int, reason text not null,
    made_by text not null, on_day date not null, at timestamptz not null, primary key (biller_id, id),
    check ((kind = 'late-fee') = (number is not null)),
    foreign key (biller_id, invoice_id) references invoice)`,
  // A bill's first late fee is charged once, and so is its second, whoever charges them.
  `create unique index adjustment_fee_once on adjustment (biller_id, invoice_id, number) where kind = 'late-fee'`,
  `create index adjustment_invoice on adjustment (biller_id, invoice_id)`,
  `alter table money_rules add column fees_charged_on date`,
  `create table invoice_hold (
    biller_id uuid not null, id uuid not null, invoice_id uuid not null,
    why text not null check (why in ('dispute', 'respite', 'bankruptcy', 'deceased')), note text not null,
    made_by text not null, since timestamptz not null, ends_on date, ended_at timestamptz, ended_by text,
    primary key (biller_id, id), foreign key (biller_id, invoice_id) references invoice)`,
  `create index invoice_hold_open on invoice_hold (biller_id, invoice_id) where ended_at is null`,
];
