import { Migration } from '@mikro-orm/migrations';

/** A bill also rests where somebody else collects it. */
export class Migration20261122130100_collection extends Migration {
  override up(): void {
    this.addSql(`alter table invoice_hold drop constraint invoice_hold_why_check`);
    this.addSql(`alter table invoice_hold add constraint invoice_hold_why_check
      check (why in ('dispute', 'respite', 'bankruptcy', 'deceased', 'collection'))`);
  }
}
