import { Migration } from '@mikro-orm/migrations';

/**
 * The test clock: how far the time of a sandboxed deployment lies ahead of the machine's, and which processes go by it.
 * And the morning's announcements as a row that says when they were last begun, in place of a cron line of the queue,
 * whose clock is the database's own and does not move.
 */
export class Migration20261122070000_test_clock extends Migration {
  override up(): void {
    this.addSql(`create table test_clock (
      is_only boolean primary key default true check (is_only), offset_ms bigint not null default 0 check (offset_ms >= 0),
      turn bigint not null default 0, phase text not null default 'go' check (phase in ('hold', 'go', 'settle')))`);
    this.addSql('insert into test_clock default values');
    this.addSql(`create table clock_follower (
      id int generated always as identity primary key, role text not null, sandbox_url text not null,
      turn bigint not null default 0, found int not null default 0)`);
    this.addSql('alter table biller add column announced_on date');
  }
}
