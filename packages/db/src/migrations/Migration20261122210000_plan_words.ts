import { Migration } from '@mikro-orm/migrations';

/** What was agreed to on the page when a plan was made: the words, their version and language. */
export class Migration20261122210000_plan_words extends Migration {
  override up(): void {
    this.addSql(
      'alter table payment_plan add column wording_key text, add column wording text, add column language text',
    );
  }
}
