import { Migration } from '@mikro-orm/migrations';

/** The lines of bills, which bill takes another's place, what may change on one, and moves of its due date. */
export class Migration20261122130000_invoice_line extends Migration {
  override up(): void {
    for (const statement of INVOICE_LINE) this.addSql(statement);
  }
}

const INVOICE_LINE = [
  `create table invoice_line (
    biller_id uuid not null, invoice_id uuid not null, at int not null check (at > 0), description text not null,
    quantity_milli bigint not null check (quantity_milli > 0), unit_milli bigint not null,
    tax_rate_milli bigint not null check (tax_rate_milli between 0 and 100000), net_minor bigint not null,
    tax_minor bigint not null, primary key (biller_id, invoice_id, at),
    foreign key (biller_id, invoice_id) references invoice)`,
  `alter table invoice add column supersedes_id uuid`,
  `alter table invoice add foreign key (biller_id, supersedes_id) references invoice`,
  // One bill takes another's place, and no two the same one's.
  `create unique index invoice_supersedes on invoice (biller_id, supersedes_id) where supersedes_id is not null`,
  `alter table adjustment drop constraint adjustment_kind_check`,
  `alter table adjustment add constraint adjustment_kind_check check (kind in ('late-fee', 'credit-note', 'write-off',
    'write-off-reversed', 'fee-waived', 'small-difference', 'interest', 'superseded', 'carried-over', 'early-discount',
    'early-discount-lapsed'))`,
  // Interest has its number as well: that of the month of being late that it is for.
  `alter table adjustment drop constraint adjustment_check`,
  `alter table adjustment add constraint adjustment_has_its_number check ((kind in ('late-fee', 'interest'))
    = (number is not null))`,
  `create unique index adjustment_interest_once on adjustment (biller_id, invoice_id, number) where kind = 'interest'`,
  `create unique index adjustment_discount_once on adjustment (biller_id, invoice_id, kind)
    where kind in ('early-discount', 'early-discount-lapsed', 'superseded', 'carried-over')`,
  // The last day on which the discount that was taken off counts.
  `alter table invoice add column discount_until date`,
  `create index invoice_discount on invoice (biller_id, discount_until) where discount_until is not null`,
  `create table due_move (
    biller_id uuid not null, id uuid not null, invoice_id uuid not null, account_id uuid not null, from_on date not null,
    to_on date not null check (to_on <> from_on), at timestamptz not null, by text not null,
    primary key (biller_id, id), foreign key (biller_id, invoice_id) references invoice)`,
  `create index due_move_account on due_move (biller_id, account_id, at)`,
];
