import { Migration } from '@mikro-orm/migrations';

/** When somebody looked at a bill, by which link; and ways to find what concerns one bill for its timeline. */
export class Migration20261122150000_bill_view extends Migration {
  override up(): void {
    this.addSql(`create table bill_view (
      biller_id uuid not null, id uuid not null, invoice_id uuid not null, link_id uuid not null, at timestamptz not null,
      primary key (biller_id, id), foreign key (biller_id, invoice_id) references invoice,
      foreign key (biller_id, link_id) references portal_link)`);
    this.addSql('create index bill_view_invoice on bill_view (biller_id, invoice_id, at)');
    this.addSql(
      `create index message_invoice on message (biller_id, invoice_id) where invoice_id is not null and direction = 'out'`,
    );
  }
}
