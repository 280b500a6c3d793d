import { Migration } from '@mikro-orm/migrations';

/** Every inbound text asks for the payments of its phone's accounts: without this, by reading all payments there are. */
export class Migration20261121230000_payment_account extends Migration {
  override up(): void {
    this.addSql('create index payment_account on payment (biller_id, account_id)');
  }
}
