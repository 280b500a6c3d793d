import { Migration } from '@mikro-orm/migrations';

/** How much each kind of text may tell whoever sees the phone's lock screen. What no biller has chosen stays as it was. */
export class Migration20261122050121_lock_screen extends Migration {
  override up(): void {
    this.addSql(`alter table text_setting alter column is_name_spelt set default false,
      add column info_level text not null default 'L1' check (info_level in ('L0', 'L1')),
      add column receipt_level text not null default 'L1' check (receipt_level in ('L0', 'L1')),
      add column past_due_level text not null default 'L2' check (past_due_level in ('L0', 'L1', 'L2'))`);
  }
}
