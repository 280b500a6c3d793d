import { Migration } from '@mikro-orm/migrations';

/** When a customer asked for what they overpaid, and when they were told that a credit is about to end. */
export class Migration20261122102000_credit_choice extends Migration {
  override up(): void {
    this.addSql(
      'alter table credit add column asked_back_at timestamptz, add column expiry_told_at timestamptz',
    );
    this.addSql(`alter table credit add constraint credit_asked_back
      check (asked_back_at is null or (kind = 'overpayment' and kept_at is null))`);
  }
}
