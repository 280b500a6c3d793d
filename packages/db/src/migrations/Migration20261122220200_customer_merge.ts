import { Migration } from '@mikro-orm/migrations';

/** Customers who were found to be one person: which accounts went over, who said so, and whether it was taken back. */
export class Migration20261122220200_customer_merge extends Migration {
  override up(): void {
    this.addSql('alter table customer add column merged_into_id uuid');
    this.addSql(`create table customer_merge (
      biller_id uuid not null, id uuid not null, from_id uuid not null, into_id uuid not null, account_ids uuid[] not null,
      reason text not null, made_by text not null, made_at timestamptz not null, undone_at timestamptz, undone_by text,
      primary key (biller_id, id), foreign key (biller_id, from_id) references customer,
      foreign key (biller_id, into_id) references customer, check (from_id <> into_id))`);
    this.addSql('create index customer_merge_into on customer_merge (biller_id, into_id, made_at desc)');
    this.addSql('create index customer_merge_from on customer_merge (biller_id, from_id)');
  }
}
