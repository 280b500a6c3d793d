import { Migration } from '@mikro-orm/migrations';

/** When a caller is called again, and since when they have been. */
export class Migration20261122104000_call_back extends Migration {
  override up(): void {
    this.addSql(`alter table enrollment add column call_back_at timestamptz, add column called_back_at timestamptz,
      add check (call_back_at is null or state = 'call-back')`);
    // Calls that were to be taken up again before this was asked for: a day after they ended.
    this.addSql(`update enrollment set call_back_at = ended_at + interval '1 day' where state = 'call-back'`);
    this.addSql(`create index enrollment_call_back on enrollment (biller_id, agent_id, call_back_at)
      where call_back_at is not null and called_back_at is null`);
  }
}
