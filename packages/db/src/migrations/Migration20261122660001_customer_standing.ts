import { Migration } from '@mikro-orm/migrations';

/**
 * What each customer owes and since when, so that a list of a million of them can be sorted and narrowed by it. What moves
 * money only notes, in a table that nobody reads but the round, that a standing has to be worked out anew: no payment ever
 * waits for a row of this.
 */
export class Migration20261122660001_customer_standing extends Migration {
  override up(): void {
    for (const statement of [...TABLES, ...NOTES, ...KEEPING, ...FIRST]) this.addSql(statement);
  }
}

const OWNER = 'language plpgsql security definer set search_path = public, pg_temp';
const NAME = (row: string) => `fold_name(${row}.last_name || ' ' || ${row}.first_name)`;

const TABLES = [
  `create table customer_standing (
    biller_id uuid not null, customer_id uuid not null, sort_name text not null, open_minor bigint not null default 0,
    oldest_due_on date not null default '9999-12-31', primary key (biller_id, customer_id))`,
  `create table customer_stale (biller_id uuid not null, invoice_id uuid, customer_id uuid)`,
  `create index dispute_undecided on dispute (biller_id, payment_id) where decided_at is null`,
];

const NOTES = [
  `create function customer_stale_by_posting() returns trigger ${OWNER} as $$
    begin
      insert into customer_stale (biller_id, invoice_id)
        select distinct biller_id, invoice_id from added where invoice_id is not null;
      return null;
    end $$`,
  `create trigger customer_stale_by_posting after insert on posting referencing new table as added
    for each statement execute function customer_stale_by_posting()`,
  `create function customer_stale_by_due_day() returns trigger ${OWNER} as $$
    begin
      insert into customer_stale (biller_id, invoice_id) values (new.biller_id, new.id);
      return null;
    end $$`,
  `create trigger customer_stale_by_due_day after update of due_on on invoice for each row
    when (old.due_on <> new.due_on) execute function customer_stale_by_due_day()`,
  `create function customer_stale_by_account() returns trigger ${OWNER} as $$
    begin
      insert into customer_stale (biller_id, customer_id)
        values (old.biller_id, old.customer_id), (new.biller_id, new.customer_id);
      return null;
    end $$`,
  `create trigger customer_stale_by_account after update of customer_id on account for each row
    when (old.customer_id <> new.customer_id) execute function customer_stale_by_account()`,
];

const KEEPING = [
  `create function customer_standing_begins() returns trigger ${OWNER} as $$
    begin
      insert into customer_standing (biller_id, customer_id, sort_name)
        select a.biller_id, a.id, ${NAME('a')} from added a;
      return null;
    end $$`,
  `create trigger customer_standing_begins after insert on customer referencing new table as added
    for each statement execute function customer_standing_begins()`,
  // Who was found to be somebody else is no line of the list; where that is undone, it is one again.
  `create function customer_standing_follows() returns trigger ${OWNER} as $$
    begin
      if new.merged_into_id is not null then
        delete from customer_standing where biller_id = new.biller_id and customer_id = new.id;
      else
        insert into customer_standing (biller_id, customer_id, sort_name) values (new.biller_id, new.id, ${NAME('new')})
          on conflict (biller_id, customer_id) do update set sort_name = excluded.sort_name;
        if old.merged_into_id is not null then
          insert into customer_stale (biller_id, customer_id) values (new.biller_id, new.id);
        end if;
      end if;
      return null;
    end $$`,
  `create trigger customer_standing_follows after update of first_name, last_name, merged_into_id on customer for each row
    when ((old.first_name, old.last_name, old.merged_into_id) is distinct from (new.first_name, new.last_name, new.merged_into_id))
    execute function customer_standing_follows()`,
  // One at a time: of two at once, the one that has seen less might write last.
  `create function keep_customer_standings(most int) returns int ${OWNER} as $$
    declare
      done int;
    begin
      if not pg_try_advisory_xact_lock(hashtext('keep_customer_standings')) then return 0; end if;
      with taken as (
        delete from customer_stale where ctid = any(array(select ctid from customer_stale limit most))
        returning biller_id, invoice_id, customer_id),
      touched as (
        select distinct t.biller_id, coalesce(t.customer_id, a.customer_id) as customer_id from taken t
        left join invoice i on i.biller_id = t.biller_id and i.id = t.invoice_id
        left join account a on a.biller_id = i.biller_id and a.id = i.account_id),
      stands as (
        select c.biller_id, c.customer_id, coalesce(owes.minor, 0) as minor,
          coalesce(owes.due_on, '9999-12-31'::date) as due_on
        from touched c join biller b on b.id = c.biller_id
        left join lateral (
          select sum(owed.minor) filter (where i.currency = b.currency) as minor, min(i.due_on) as due_on
          from account a join invoice i on i.biller_id = a.biller_id and i.account_id = a.id
          join lateral (select sum(g.minor) as minor from posting g
            where g.biller_id = i.biller_id and g.invoice_id = i.id) owed on owed.minor > 0
          where a.biller_id = c.biller_id and a.customer_id = c.customer_id) owes on true),
      kept as (
        update customer_standing k set open_minor = s.minor, oldest_due_on = s.due_on from stands s
        where k.biller_id = s.biller_id and k.customer_id = s.customer_id
          and (k.open_minor, k.oldest_due_on) is distinct from (s.minor::bigint, s.due_on))
      select count(*) into done from taken;
      return done;
    end $$`,
];

const FIRST = [
  `insert into customer_standing (biller_id, customer_id, sort_name)
    select c.biller_id, c.id, ${NAME('c')} from customer c where c.merged_into_id is null`,
  `insert into customer_stale (biller_id, customer_id)
    select distinct a.biller_id, a.customer_id from account a join invoice i on i.biller_id = a.biller_id and i.account_id = a.id`,
  'create index customer_standing_name on customer_standing (biller_id, sort_name, customer_id)',
  'create index customer_standing_open on customer_standing (biller_id, open_minor, customer_id)',
  'create index customer_standing_due on customer_standing (biller_id, oldest_due_on, customer_id)',
];
