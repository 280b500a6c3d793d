import { Migration } from '@mikro-orm/migrations';

/** Which passkey opened a browser: what it opened is closed when it is removed. */
export class Migration20261122640001_portal_session_passkey extends Migration {
  override up(): void {
    this.addSql('alter table portal_session add column passkey_id uuid');
    this.addSql(
      'alter table portal_session add foreign key (biller_id, passkey_id) references portal_passkey',
    );
    this.addSql(
      'create index portal_session_passkey on portal_session (biller_id, passkey_id) where passkey_id is not null',
    );
  }
}
