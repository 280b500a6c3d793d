import { Migration } from '@mikro-orm/migrations';

/** Addresses that show one receipt and nothing else. */
export class Migration20261122210200_receipt_link extends Migration {
  override up(): void {
    this.addSql(`create table receipt_link (
      biller_id uuid not null, id uuid not null, payment_id uuid not null, token_hash text not null,
      created_at timestamptz not null, expires_at timestamptz not null, primary key (biller_id, id),
      foreign key (biller_id, payment_id) references payment)`);
    this.addSql('create unique index receipt_link_token on receipt_link (token_hash)');
    this.addSql('create index receipt_link_payment on receipt_link (biller_id, payment_id)');
  }
}
