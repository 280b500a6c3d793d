import { Migration } from '@mikro-orm/migrations';

/** What the last hour holds is asked every minute, and must not be found by reading every text there ever was. */
export class Migration20261122070200_vitals extends Migration {
  override up(): void {
    this.addSql(
      `create index message_claimed on message (claimed_at) where direction = 'out' and claimed_at is not null`,
    );
    this.addSql(`create index consent_event_revoked on consent_event (at) where act = 'revoked'`);
  }
}
