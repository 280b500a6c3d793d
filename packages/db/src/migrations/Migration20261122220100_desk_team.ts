import { Migration } from '@mikro-orm/migrations';

/** Threads that wait for somebody of a team; and notes, told as they are written to whoever they name. */
export class Migration20261122220100_desk_team extends Migration {
  override up(): void {
    for (const statement of [...TEAMS, ...MENTIONS]) this.addSql(statement);
  }
}

const TEAMS = [
  'alter table desk add column team text',
  `create index desk_team on desk (biller_id, last_at desc, conversation_id desc)
    where state = 'open' and assignee_id is null and team is not null`,
];

const MENTIONS = [
  'create index desk_note_at on desk_note (biller_id, created_at desc)',
  // Until when an agent has looked at the notes that name them.
  `create table mention_seen (
    biller_id uuid not null references biller, agent_id uuid not null, seen_at timestamptz not null,
    primary key (biller_id, agent_id))`,
  // By the database, so that an agent hears of it whichever process their console is connected to.
  `create function desk_note_tells() returns trigger language plpgsql as $$
    begin
      perform pg_notify('kvitt_live', new.biller_id || ' note ' || new.id);
      return null;
    end $$`,
  'create trigger desk_note_told after insert on desk_note for each row execute function desk_note_tells()',
];
