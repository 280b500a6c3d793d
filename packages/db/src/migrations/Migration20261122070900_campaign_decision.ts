import { Migration } from '@mikro-orm/migrations';

/**
 * Who is left out of a campaign has no text that a decision could be kept with: its row keeps what was decided on and by
 * which rules.
 */
export class Migration20261122070900_campaign_decision extends Migration {
  override up(): void {
    this.addSql(`alter table campaign_text add column inputs jsonb, add column policy_version text,
      add foreign key (biller_id, policy_version) references policy_version,
      add check ((inputs is null) = (policy_version is null))`);
  }
}
