import { Migration } from '@mikro-orm/migrations';

/** What is added for paying by credit card: as it was stated, as it was charged, and what of it went back. */
export class Migration20261122200000_card_fee extends Migration {
  override up(): void {
    for (const statement of CARD_FEE) this.addSql(statement);
  }
}

const CARD_FEE = [
  `alter table pay_offer add column fee_minor bigint not null default 0 check (fee_minor >= 0)`,
  `alter table payment add column fee_minor bigint not null default 0
    check (fee_minor >= 0 and fee_minor < amount_minor)`,
  // What was begun by itself carries no fee, whoever wrote the row.
  `alter table payment add constraint payment_fee_is_asked_for check (fee_minor = 0 or channel <> 'autopay')`,
  `alter table refund add column fee_minor bigint not null default 0
    check (fee_minor >= 0 and fee_minor <= amount_minor)`,
  `alter table dispute add column fee_minor bigint not null default 0 check (fee_minor >= 0)`,
];
