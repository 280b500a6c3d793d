import { Migration } from '@mikro-orm/migrations';

/** Money that goes back: the customer's UNDO, and what the biller refunds, with the bills that it comes out of. */
export class Migration20261122040100_refund extends Migration {
  override up(): void {
    for (const statement of REFUND) this.addSql(statement);
  }
}

const REFUND = [
  `create table refund (
    biller_id uuid not null, id uuid not null, payment_id uuid not null,
    amount_minor bigint not null check (amount_minor > 0), currency text not null,
    why text not null check (why in ('undo', 'refund')), effect text not null check (effect in ('reopen', 'allow')),
    state text not null check (state in ('waiting', 'started', 'unknown', 'done', 'refused')),
    move text check (move in ('void', 'refund')), reason text not null, asked_by text not null, approved_by text,
    refusal text, conversation_id uuid, vendor_id text, asked_for_at timestamptz not null, sent_at timestamptz,
    finished_at timestamptz, asked int not null default 0, ask_at timestamptz, primary key (biller_id, id),
    check (approved_by is null or approved_by <> asked_by),
    foreign key (biller_id, payment_id) references payment)`,
  // One at a time, so that two people who refund the same payment at the same instant give back once.
  `create unique index refund_one_live on refund (biller_id, payment_id)
    where state in ('waiting', 'started', 'unknown')`,
  `create index refund_payment on refund (biller_id, payment_id)`,
  `create index refund_to_ask on refund (ask_at) where ask_at is not null`,
  `create table refund_part (
    biller_id uuid not null, refund_id uuid not null, invoice_id uuid not null,
    amount_minor bigint not null check (amount_minor > 0), primary key (biller_id, refund_id, invoice_id),
    foreign key (biller_id, refund_id) references refund, foreign key (biller_id, invoice_id) references invoice)`,
  `create index refund_part_invoice on refund_part (biller_id, invoice_id)`,
];
