import { Migration } from '@mikro-orm/migrations';

/** A reminder that waits for a rule of time, or for a person, says so in its row. */
export class Migration20261122062000_reminder_waits extends Migration {
  override up(): void {
    this.addSql(`alter table reminder drop constraint reminder_check,
      add constraint reminder_says_why check (state <> 'skipped' or reason is not null),
      add constraint reminder_done_says_nothing check (state not in ('sent', 'merged') or reason is null)`);
  }
}
