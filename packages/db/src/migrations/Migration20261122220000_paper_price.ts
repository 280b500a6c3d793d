import { Migration } from '@mikro-orm/migrations';

/** What a bill on paper costs a biller: print, envelope, postage. What it was stays; the latest counts. */
export class Migration20261122220000_paper_price extends Migration {
  override up(): void {
    this.addSql(`create table paper_price (
      biller_id uuid not null references biller, id uuid not null, minor bigint not null check (minor between 0 and 100000),
      set_by text not null, since timestamptz not null, primary key (biller_id, id))`);
    this.addSql('create index paper_price_latest on paper_price (biller_id, since desc)');
  }
}
