import { Migration } from '@mikro-orm/migrations';

/** How many texts in a row a sender handed over without hearing back, and until when it hands over no more for that. */
export class Migration20261122010100_sender_brake extends Migration {
  override up(): void {
    this.addSql(`alter table sender add column unknown_streak int not null default 0,
      add column braked_until timestamptz`);
  }
}
