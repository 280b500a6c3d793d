import { Migration } from '@mikro-orm/migrations';

/** When an account's next statement comes, as the biller says; who joins is told. */
export class Migration20261122021100_next_statement extends Migration {
  override up(): void {
    this.addSql('alter table account add column next_statement_on date');
  }
}
