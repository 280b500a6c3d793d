import { Migration } from '@mikro-orm/migrations';

/** What each browser shows notes of. Those that asked before are shown all that there is. */
export class Migration20261122640002_push_kinds extends Migration {
  override up(): void {
    this.addSql(
      `alter table push_subscription add column kinds text[] not null default '{bill,receipt}'
        check (kinds <@ array['bill', 'receipt'] and cardinality(kinds) > 0)`,
    );
  }
}
