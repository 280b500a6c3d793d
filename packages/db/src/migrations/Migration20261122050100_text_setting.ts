import { Migration } from '@mikro-orm/migrations';

/** What a biller chose for all its texts: names in plain letters cost fewer parts, and are not everybody's idea of a name. */
export class Migration20261122050100_text_setting extends Migration {
  override up(): void {
    this.addSql(`create table text_setting (
      biller_id uuid primary key references biller, is_name_spelt boolean not null,
      saved_by text not null, saved_at timestamptz not null)`);
  }
}
