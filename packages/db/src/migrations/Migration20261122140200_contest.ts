import { Migration } from '@mikro-orm/migrations';

/** Hours worked, contests, how much of the leaderboard is shown, and what opens the display on the wall. */
export class Migration20261122140200_contest extends Migration {
  override up(): void {
    for (const statement of STATEMENTS) this.addSql(statement);
  }
}

const STATEMENTS = [
  `create table agent_hours (
    biller_id uuid not null, agent_id uuid not null, day date not null,
    minutes int not null check (minutes between 0 and 1440), primary key (biller_id, agent_id, day),
    foreign key (biller_id, agent_id) references agent)`,
  'create index agent_hours_day on agent_hours (biller_id, day)',
  `create table contest (
    biller_id uuid not null references biller, id uuid not null, name text not null, prize text not null,
    goal int not null check (goal > 0), starts_on date not null, ends_on date not null check (ends_on >= starts_on),
    author text not null, created_at timestamptz not null, ended_at timestamptz, primary key (biller_id, id))`,
  'create index contest_dates on contest (biller_id, ends_on desc)',
  `create table board_setting (
    biller_id uuid primary key references biller, is_private boolean not null)`,
  `create table display_token (
    biller_id uuid not null references biller, id uuid not null, name text not null, token_hash text not null unique,
    author text not null, created_at timestamptz not null, revoked_at timestamptz, primary key (biller_id, id))`,
];
