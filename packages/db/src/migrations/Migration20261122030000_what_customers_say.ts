import { Migration } from '@mikro-orm/migrations';

/**
 * What a customer has asked of the thread itself: texts without links, and the list of bills whose numbers answer it. And
 * texts that are held because a customer may have meant STOP: until a person decides, for a day at the most.
 */
export class Migration20261122030000_what_customers_say extends Migration {
  override up(): void {
    for (const statement of STATEMENTS) this.addSql(statement);
  }
}

const STATEMENTS = [
  `alter table phone add no_links_since timestamptz, add held_since timestamptz, add held_by uuid,
    add constraint phone_held_by_a_text check ((held_since is null) = (held_by is null))`,
  `create index phone_held on phone (held_since) where held_since is not null`,
  `alter table conversation add menu_invoice_ids uuid[], add menu_until timestamptz,
    add constraint conversation_menu check ((menu_invoice_ids is null) = (menu_until is null))`,
];
