import { Migration } from '@mikro-orm/migrations';

/** From a vested bonus to payroll: plans as data, flags with their evidence, decisions, periods, appeals. */
export class Migration20261122140100_bonus_pay extends Migration {
  override up(): void {
    for (const statement of [...PLAN, ...PERIOD, ...FLAG]) this.addSql(statement);
  }
}

const stays = (table: string) =>
  `create trigger ${table}_append_only before update or delete or truncate on ${table}
    for each statement execute function refuse_change()`;

const PLAN = [
  `create table bonus_plan (
    biller_id uuid not null references biller, version int not null check (version > 0), plan jsonb not null,
    author_id uuid not null, author text not null, created_at timestamptz not null, primary key (biller_id, version))`,
  stays('bonus_plan'),
  // A bonus keeps the terms under which it was earned, whatever plan comes after.
  `alter table bonus add column vests_at timestamptz, add column claws_until timestamptz, add column period_id uuid,
    add column decided_by uuid, add column decider text`,
  `update bonus set vests_at = earned_at + interval '14 days', claws_until = earned_at + interval '90 days'`,
  `alter table bonus alter column vests_at set not null, alter column claws_until set not null,
    add check (decided_by is null or decided_by <> agent_id)`,
  'drop index bonus_pending',
  `create index bonus_pending on bonus (vests_at) where state = 'pending'`,
  'create index bonus_state on bonus (biller_id, state, earned_at desc, id desc)',
  'create index bonus_period on bonus (biller_id, period_id) where period_id is not null',
];

const PERIOD = [
  // Closed and locked are one: a row is there from then on, and what it paid out is never touched again.
  `create table pay_period (
    biller_id uuid not null references biller, id uuid not null, through date not null, closed_at timestamptz not null,
    closed_by uuid not null, closer text not null, primary key (biller_id, id), unique (biller_id, through))`,
  stays('pay_period'),
  `create table pay_line (
    biller_id uuid not null, period_id uuid not null, agent_id uuid not null, bonuses int not null,
    gross_minor bigint not null check (gross_minor >= 0), netted_minor bigint not null check (netted_minor >= 0),
    owed_minor bigint not null check (owed_minor >= 0), currency text not null, primary key (biller_id, period_id, agent_id),
    check (netted_minor <= gross_minor), foreign key (biller_id, period_id) references pay_period,
    foreign key (biller_id, agent_id) references agent)`,
  stays('pay_line'),
  // What is owed back is netted per agent when a period closes: an entry of no one bonus.
  'alter table bonus_entry alter column bonus_id drop not null, add column period_id uuid, add column agent_id uuid',
  `alter table bonus_entry add check ((bonus_id is null) = (act = 'netted')),
    add check (act <> 'netted' or (period_id is not null and agent_id is not null))`,
  `create unique index bonus_entry_netted on bonus_entry (biller_id, period_id, agent_id) where act = 'netted'`,
];

const FLAG = [
  `create table enrollment_flag (
    biller_id uuid not null, enrollment_id uuid not null, kind text not null, evidence jsonb not null,
    raised_at timestamptz not null, cleared_at timestamptz, cleared_by uuid, clearer text, note text,
    primary key (biller_id, enrollment_id, kind), foreign key (biller_id, enrollment_id) references enrollment,
    check ((cleared_at is null) = (note is null)))`,
  'create index enrollment_flag_open on enrollment_flag (biller_id, raised_at desc) where cleared_at is null',
  `create table bonus_appeal (
    biller_id uuid not null, id uuid not null, bonus_id uuid not null, agent_id uuid not null, words text not null,
    raised_at timestamptz not null, state text not null check (state in ('open', 'upheld', 'declined')),
    answer text, answered_by uuid, answerer text, answered_at timestamptz, primary key (biller_id, id),
    unique (biller_id, bonus_id), foreign key (biller_id, bonus_id) references bonus,
    check ((state = 'open') = (answer is null)), check (answered_by is null or answered_by <> agent_id))`,
  `create index bonus_appeal_open on bonus_appeal (biller_id, raised_at) where state = 'open'`,
  // An agent's own mobile, so that it is seen when a bonus is earned on it.
  'alter table agent add column own_phone text, add column team text, add column site text',
];
