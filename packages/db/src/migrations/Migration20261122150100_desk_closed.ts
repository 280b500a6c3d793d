import { Migration } from '@mikro-orm/migrations';

/** Closed threads are looked through as well, latest first. */
export class Migration20261122150100_desk_closed extends Migration {
  override up(): void {
    this.addSql(
      `create index desk_closed on desk (biller_id, last_at desc, conversation_id desc) where state = 'closed'`,
    );
  }
}
