import { Migration } from '@mikro-orm/migrations';

/** What all agents of a biller have done together, in shares that are counted as the agents are. */
export class Migration20261122630001_board_total extends Migration {
  override up(): void {
    for (const statement of STATEMENTS) this.addSql(statement);
  }
}

const STATEMENTS = [
  `create table board_total (
    biller_id uuid not null, period text not null, starts_on date not null, id uuid not null default gen_random_uuid(),
    enrollments bigint not null, primary key (biller_id, period, starts_on, id), foreign key (biller_id) references biller)`,
  `insert into board_total (biller_id, period, starts_on, enrollments)
    select biller_id, period, starts_on, sum(enrollments) from agent_score group by 1, 2, 3`,
  // A share that another transaction is counting into is passed over, for a new one if need be: counting never waits.
  `create function board_total_adds(biller uuid, kind text, since date, more bigint) returns void language plpgsql as $$
    begin
      if more = 0 then return; end if;
      update board_total t set enrollments = t.enrollments + more
        where t.biller_id = biller and t.period = kind and t.starts_on = since and t.id = (
          select f.id from board_total f where f.biller_id = biller and f.period = kind and f.starts_on = since
          order by f.id limit 1 for update skip locked);
      if not found then
        insert into board_total (biller_id, period, starts_on, enrollments) values (biller, kind, since, more);
      end if;
      perform pg_notify('kvitt_live', biller || ' leaderboard ' || kind);
    end $$`,
  `create function agent_score_counts() returns trigger language plpgsql as $$
    begin
      if tg_op = 'INSERT' then
        perform board_total_adds(biller_id, period, starts_on, sum(enrollments)) from added group by biller_id, period, starts_on;
      else
        perform board_total_adds(biller_id, period, starts_on, sum(enrollments)) from (
          select biller_id, period, starts_on, enrollments from added
          union all select biller_id, period, starts_on, -enrollments from removed) change group by biller_id, period, starts_on;
      end if;
      return null;
    end $$`,
  'drop trigger agent_score_told on agent_score',
  'drop function agent_score_tells()',
  `create trigger agent_score_first_counted after insert on agent_score referencing new table as added for each statement
    execute function agent_score_counts()`,
  `create trigger agent_score_counted after update on agent_score referencing old table as removed new table as added
    for each statement execute function agent_score_counts()`,
];
