import { Migration } from '@mikro-orm/migrations';

/** Views of the console's tables that somebody has kept, and what tells consoles that the counts at the rail have changed. */
export class Migration20261122660002_saved_view extends Migration {
  override up(): void {
    for (const statement of STATEMENTS) this.addSql(statement);
  }
}

/** One word for all of a biller's counts: consoles count anew, whatever it was. */
const TELLS = (
  on: string,
  table: string,
  when: string,
) => `create trigger ${table}_rail_${on} after ${on} on ${table}
  for each row when (${when}) execute function rail_tells()`;

const STATEMENTS = [
  `create table saved_view (
    biller_id uuid not null references biller, id uuid not null, agent_id uuid not null, screen text not null,
    name text not null, is_shared boolean not null, setting jsonb not null, saved_at timestamptz not null,
    primary key (biller_id, id))`,
  'create index saved_view_screen on saved_view (biller_id, screen, name)',
  `create index refund_waiting on refund (biller_id, asked_for_at) where state = 'waiting'`,
  'create index audit_event_actor on audit_event (biller_id, actor_id, id)',
  `create function rail_tells() returns trigger language plpgsql as $$
    begin
      perform pg_notify('kvitt_live', new.biller_id || ' rail ' || new.biller_id);
      return null;
    end $$`,
  TELLS('insert', 'work_item', 'new.closed_at is null'),
  TELLS('update', 'work_item', 'old.closed_at is distinct from new.closed_at'),
  TELLS('insert', 'refund', `new.state = 'waiting'`),
  TELLS('update', 'refund', `(old.state = 'waiting') <> (new.state = 'waiting')`),
  TELLS(
    'update',
    'enrollment',
    '(old.call_back_at, old.called_back_at) is distinct from (new.call_back_at, new.called_back_at)',
  ),
];
