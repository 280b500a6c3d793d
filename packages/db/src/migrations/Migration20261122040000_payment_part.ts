import { Migration } from '@mikro-orm/migrations';

/**
 * A payment covers one bill or several, or a part of one. "At most once" moves to the parts: while one payment of a bill
 * may still move money, no second part of that bill can be alive. The database itself keeps `is_live` with the payment's
 * state, so no writer can forget it.
 */
export class Migration20261122040000_payment_part extends Migration {
  override up(): void {
    for (const statement of [...PARTS, ...RULES]) this.addSql(statement);
  }
}

const PARTS = [
  `create table payment_part (
    biller_id uuid not null, payment_id uuid not null, invoice_id uuid not null,
    amount_minor bigint not null check (amount_minor > 0), is_live boolean not null,
    primary key (biller_id, payment_id, invoice_id),
    foreign key (biller_id, payment_id) references payment, foreign key (biller_id, invoice_id) references invoice)`,
  `insert into payment_part (biller_id, payment_id, invoice_id, amount_minor, is_live)
    select biller_id, id, invoice_id, amount_minor, state in ('started', 'unknown') from payment`,
  `create unique index payment_part_one_live on payment_part (biller_id, invoice_id) where is_live`,
  `create index payment_part_invoice on payment_part (biller_id, invoice_id)`,
  `create function part_lives_with_payment() returns trigger language plpgsql as $$
    begin
      new.is_live := exists (select from payment p where p.biller_id = new.biller_id and p.id = new.payment_id
        and p.state in ('started', 'unknown'));
      return new;
    end $$`,
  `create trigger payment_part_is_live before insert or update on payment_part
    for each row execute function part_lives_with_payment()`,
  `create function payment_tells_parts() returns trigger language plpgsql as $$
    begin
      update payment_part set is_live = is_live where biller_id = new.biller_id and payment_id = new.id;
      return null;
    end $$`,
  `create trigger payment_state_tells_parts after update of state on payment
    for each row when (old.state is distinct from new.state) execute function payment_tells_parts()`,
  `drop index payment_one_live`,
  // Absent for a question about one whole bill, which the offer itself names.
  `create table pay_offer_part (
    biller_id uuid not null, offer_id uuid not null, invoice_id uuid not null, place int not null,
    amount_minor bigint not null check (amount_minor > 0), is_partial boolean not null,
    primary key (biller_id, offer_id, invoice_id),
    foreign key (biller_id, offer_id) references pay_offer, foreign key (biller_id, invoice_id) references invoice)`,
  `create index pay_offer_part_invoice on pay_offer_part (biller_id, invoice_id)`,
  `create index pay_offer_invoice_open on pay_offer (biller_id, invoice_id) where state = 'open'`,
];

/** What a biller decides about money; a rule that is not there is the default of `domain/payment/money-rules`. */
const RULES = [
  `create table money_rules (
    biller_id uuid primary key references biller, rules jsonb not null, changed_at timestamptz not null)`,
];
