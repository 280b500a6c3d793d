import { Migration } from '@mikro-orm/migrations';

/** Enrollments on a call, and what tells the console of the agent that the caller's handset has moved. */
export class Migration20261122090000_enrollment extends Migration {
  override up(): void {
    for (const statement of [...ENROLLMENT, ...TOLD]) this.addSql(statement);
  }
}

const ENROLLMENT = [
  `create table enrollment (
    biller_id uuid not null, id uuid not null, account_id uuid not null, phone_id uuid not null, agent_id uuid not null,
    helper_id uuid, source text not null check (source in ('call-in', 'call-out', 'desk')),
    script_key text not null, script_version int not null, step text not null, step_since timestamptz not null,
    path jsonb not null, state text not null
      check (state in ('calling', 'pending', 'confirmed', 'declined', 'call-back')),
    reason text, message_id uuid, is_paperless boolean not null default false,
    started_at timestamptz not null, asked_at timestamptz, confirmed_at timestamptz, stopped_at timestamptz,
    card_wanted_at timestamptz, card_saved_at timestamptz, ended_at timestamptz, primary key (biller_id, id),
    check (state <> 'confirmed' or confirmed_at is not null), check (confirmed_at is null or asked_at is not null),
    check ((state = 'calling') = (ended_at is null)),
    check (state not in ('declined', 'call-back') or reason is not null),
    foreign key (biller_id, account_id) references account, foreign key (biller_id, phone_id) references phone,
    foreign key (biller_id, agent_id) references agent)`,
  // A handset answers one question: the agent who asked it last has earned the answer, nobody beside them.
  `create unique index enrollment_asking on enrollment (biller_id, phone_id)
    where asked_at is not null and confirmed_at is null and state in ('calling', 'pending')`,
  'create index enrollment_phone on enrollment (biller_id, phone_id)',
  'create index enrollment_account on enrollment (biller_id, account_id)',
  'create index enrollment_agent on enrollment (biller_id, agent_id, started_at desc)',
  'create index enrollment_text on enrollment (biller_id, message_id) where message_id is not null',
];

const TOLD = [
  `create function enrollment_tells() returns trigger language plpgsql as $$
    begin
      perform pg_notify('kvitt_live', new.biller_id || ' enrollment ' || new.id);
      return null;
    end $$`,
  `create trigger enrollment_told after insert or update on enrollment for each row execute function enrollment_tells()`,
  `create function enrollment_tells_text() returns trigger language plpgsql as $$
    begin
      perform pg_notify('kvitt_live', e.biller_id || ' enrollment ' || e.id) from enrollment e
        where e.biller_id = new.biller_id and e.message_id = new.id;
      return null;
    end $$`,
  // Only the question to the handset is looked up: every other text costs one comparison.
  `create trigger enrollment_told_text after update of state on message for each row
    when (new.template = 'opt-in-request' and old.state is distinct from new.state)
    execute function enrollment_tells_text()`,
];
