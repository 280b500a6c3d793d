import { Migration } from '@mikro-orm/migrations';

/** Billers' own wordings. What a version said stays readable for as long as there are texts that were written by it. */
export class Migration20261122050000_template extends Migration {
  override up(): void {
    this.addSql(`create table template (
      biller_id uuid not null references biller, version int not null check (version > 0), name text not null,
      language text not null, wording text, saved_by text not null, saved_at timestamptz not null,
      primary key (biller_id, version))`);
    this.addSql('create index template_name on template (biller_id, name, language, version desc)');
    this.addSql(`create trigger template_append_only before update or delete or truncate on template
      for each statement execute function refuse_change()`);
  }
}
