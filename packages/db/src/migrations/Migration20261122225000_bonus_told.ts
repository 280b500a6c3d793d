import { Migration } from '@mikro-orm/migrations';

/** Consoles are told when a bonus moves, as when it is earned, and when the link for a card leaves during a call. */
export class Migration20261122225000_bonus_told extends Migration {
  override up(): void {
    for (const statement of STATEMENTS) this.addSql(statement);
  }
}

const STATEMENTS = [
  // By its agent: a round that vests a hundred bonuses of one agent's tells it once.
  `create function bonus_tells() returns trigger language plpgsql as $$
    begin
      perform pg_notify('kvitt_live', new.biller_id || ' bonus ' || new.agent_id);
      return null;
    end $$`,
  `create trigger bonus_told after insert or update of state on bonus for each row execute function bonus_tells()`,
  `create function card_link_tells() returns trigger language plpgsql as $$
    begin
      perform pg_notify('kvitt_live', new.biller_id || ' enrollment ' || substr(new.cause, 17));
      return null;
    end $$`,
  `create trigger card_link_told after update of state on message for each row
    when (new.template = 'fresh-link' and old.state is distinct from new.state and new.cause like 'enrollment-card/%')
    execute function card_link_tells()`,
];
