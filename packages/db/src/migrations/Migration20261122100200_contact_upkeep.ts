import { Migration } from '@mikro-orm/migrations';

/** Who laid down what stands between a biller and its customers' phones, and who let a held text go. */
export class Migration20261122100200_contact_upkeep extends Migration {
  override up(): void {
    for (const statement of CONTACT_UPKEEP) this.addSql(statement);
  }
}

const CONTACT_UPKEEP = [
  `alter table contact_rule add column created_by text not null default 'operator', add column ended_by text`,
  `alter table contact_flag add column created_by text not null default 'operator', add column note text,
    add column ended_by text`,
  // A person has decided that it may go: what the rules leave to a person does not stop it any more.
  `alter table message add column released_by text`,
  `create index message_held on message (biller_id, created_at) where state = 'held'`,
];
