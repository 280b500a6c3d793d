import { Migration } from '@mikro-orm/migrations';

/** A friend of a customer is one more way to the page on which bills are asked for by text. */
export class Migration20261122680001_join_referral extends Migration {
  override up(): void {
    this.addSql('alter table web_join drop constraint web_join_source_check');
    this.addSql(
      `alter table web_join add constraint web_join_source_check
        check (source in ('page', 'statement', 'button', 'referral'))`,
    );
  }
}
