import { Migration } from '@mikro-orm/migrations';

/** Every state of a biller's rules about money, with who put it in force and when; and the terms of a payment's card fee. */
export class Migration20261122600001_money_rules_version extends Migration {
  override up(): void {
    for (const statement of STATEMENTS) this.addSql(statement);
  }
}

const STATEMENTS = [
  `create table money_rules_version (
    biller_id uuid not null references biller, number int not null check (number > 0), rules jsonb not null,
    changed_at timestamptz not null, changed_by text not null, primary key (biller_id, number))`,
  `insert into money_rules_version (biller_id, number, rules, changed_at, changed_by)
    select biller_id, 1, rules, changed_at, 'operator' from money_rules`,
  `create trigger money_rules_version_append_only before update or delete or truncate on money_rules_version
    for each statement execute function refuse_change()`,
  // What the fee was worked out by, kept with the payment: terms change, and what was agreed to does not.
  'alter table payment add column fee_terms jsonb',
];
