import { Migration } from '@mikro-orm/migrations';

/** What customers have to their credit, what it went to, and money that came in past Kvitt. */
export class Migration20261122110100_credit extends Migration {
  override up(): void {
    for (const statement of CREDIT) this.addSql(statement);
  }
}

const CREDIT = [
  `create table credit (
    biller_id uuid not null, id uuid not null, account_id uuid not null,
    kind text not null check (kind in ('paperless', 'goodwill', 'overpayment')),
    amount_minor bigint not null check (amount_minor > 0), currency text not null, reason text not null,
    made_by text not null, expires_on date, granted_at timestamptz not null,
    kept_at timestamptz, kept_by text, ended_at timestamptz, ended_as text check (ended_as in ('expired', 'taken-back', 'paid-back')),
    ended_by text, ended_minor bigint check (ended_minor >= 0), primary key (biller_id, id),
    check ((ended_at is null) = (ended_as is null) and (ended_at is null) = (ended_minor is null)),
    check (kind = 'overpayment' or kept_at is not null), foreign key (biller_id, account_id) references account)`,
  // One for doing without paper in an account's life, however often paper comes and goes.
  `create unique index credit_paperless_once on credit (biller_id, account_id) where kind = 'paperless'`,
  `create index credit_open on credit (biller_id, account_id) where ended_at is null`,
  `create index credit_to_expire on credit (expires_on) where ended_at is null`,
  `create table credit_use (
    biller_id uuid not null, id uuid not null, credit_id uuid not null, invoice_id uuid not null,
    amount_minor bigint not null check (amount_minor > 0), at timestamptz not null, undone_at timestamptz,
    primary key (biller_id, id), foreign key (biller_id, credit_id) references credit,
    foreign key (biller_id, invoice_id) references invoice)`,
  `create index credit_use_credit on credit_use (biller_id, credit_id)`,
  `create index credit_use_invoice on credit_use (biller_id, invoice_id)`,
  `create table outside_receipt (
    biller_id uuid not null, id uuid not null, account_id uuid not null, amount_minor bigint not null check (amount_minor > 0),
    currency text not null, reference text not null, received_on date not null, made_by text not null,
    at timestamptz not null, primary key (biller_id, id), unique (biller_id, reference),
    foreign key (biller_id, account_id) references account)`,
  `create index outside_receipt_account on outside_receipt (biller_id, account_id)`,
  `create table outside_part (
    biller_id uuid not null, receipt_id uuid not null, invoice_id uuid not null,
    amount_minor bigint not null check (amount_minor > 0), primary key (biller_id, receipt_id, invoice_id),
    foreign key (biller_id, receipt_id) references outside_receipt, foreign key (biller_id, invoice_id) references invoice)`,
  `create index outside_part_invoice on outside_part (biller_id, invoice_id)`,
];
