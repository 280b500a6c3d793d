import { Migration } from '@mikro-orm/migrations';

/** What agents earn by enrolling, as a ledger of its own, and the sums that the leaderboard is read from. */
export class Migration20261122090100_incentive extends Migration {
  override up(): void {
    for (const statement of [...BONUS, ...SCORE]) this.addSql(statement);
  }
}

const BONUS = [
  `create table bonus (
    biller_id uuid not null, id uuid not null, enrollment_id uuid not null, agent_id uuid not null,
    kind text not null check (kind in ('text', 'autopay', 'paperless')), minor bigint not null check (minor > 0),
    currency text not null, plan_key text not null, plan_version int not null,
    state text not null check (state in ('pending', 'vested', 'approved', 'exported', 'clawed-back', 'rejected')),
    reason text, earned_at timestamptz not null, moved_at timestamptz not null, primary key (biller_id, id),
    unique (biller_id, enrollment_id, kind, agent_id), foreign key (biller_id, enrollment_id) references enrollment,
    foreign key (biller_id, agent_id) references agent)`,
  `create index bonus_pending on bonus (earned_at) where state = 'pending'`,
  'create index bonus_agent on bonus (biller_id, agent_id, earned_at desc)',
  `create table bonus_entry (
    biller_id uuid not null, id uuid not null, bonus_id uuid not null, act text not null, actor_id uuid,
    at timestamptz not null, primary key (biller_id, id), unique (biller_id, bonus_id, act),
    foreign key (biller_id, bonus_id) references bonus)`,
  `create table bonus_posting (
    biller_id uuid not null, entry_id uuid not null, account text not null, agent_id uuid, minor bigint not null,
    primary key (biller_id, entry_id, account), foreign key (biller_id, entry_id) references bonus_entry,
    check ((account = 'cost') = (agent_id is null)))`,
  'create index bonus_posting_agent on bonus_posting (biller_id, agent_id, account)',
  `create function bonus_ledger_stays() returns trigger language plpgsql as $$
    begin raise exception 'an entry of the bonus ledger is never changed'; end $$`,
  `create trigger bonus_entry_stays before update or delete on bonus_entry for each row execute function bonus_ledger_stays()`,
  `create trigger bonus_posting_stays before update or delete on bonus_posting for each row execute function bonus_ledger_stays()`,
];

const SCORE = [
  `create table agent_score (
    biller_id uuid not null, agent_id uuid not null, period text not null check (period in ('day', 'week', 'month')),
    starts_on date not null, enrollments int not null default 0, call_ms bigint not null default 0,
    primary key (biller_id, agent_id, period, starts_on), foreign key (biller_id, agent_id) references agent)`,
  'create index agent_score_rank on agent_score (biller_id, period, starts_on, enrollments desc, agent_id)',
  `create function agent_score_tells() returns trigger language plpgsql as $$
    begin
      perform pg_notify('kvitt_live', new.biller_id || ' leaderboard ' || new.period);
      return null;
    end $$`,
  `create trigger agent_score_told after insert or update of enrollments on agent_score for each row
    execute function agent_score_tells()`,
];
