import { Migration } from '@mikro-orm/migrations';

/** Who has no phone, and whose phone has said STOP or yes to bills without paper: few among many, each with an index of just them. */
export class Migration20261122660003_standing_phone extends Migration {
  override up(): void {
    for (const statement of [...COLUMN, ...NOTES, KEEPING]) this.addSql(statement);
  }
}

const OWNER = 'language plpgsql security definer set search_path = public, pg_temp';

const COLUMN = [
  'alter table customer_standing add column has_phone boolean not null default false',
  `update customer_standing k set has_phone = true where exists (select from account a
    join account_phone ap on ap.biller_id = a.biller_id and ap.account_id = a.id
    where a.biller_id = k.biller_id and a.customer_id = k.customer_id)`,
  'create index customer_standing_no_phone on customer_standing (biller_id, sort_name, customer_id) where not has_phone',
  `create index consent_stopped on consent (biller_id, phone_id) where purpose = 'service' and state = 'revoked'`,
  `create index consent_paperless on consent (biller_id, phone_id) where purpose = 'paperless'`,
];

/** A customer begins without a phone. Each that comes or goes is noted, whatever is known: what is known may just be changing. */
const NOTES = [
  `create function customer_stale_by_phone() returns trigger ${OWNER} as $$
    begin
      insert into customer_stale (biller_id, customer_id)
        select distinct a.biller_id, a.customer_id from changed c
        join account a on a.biller_id = c.biller_id and a.id = c.account_id;
      return null;
    end $$`,
  `create trigger customer_stale_by_phone_on after insert on account_phone referencing new table as changed
    for each statement execute function customer_stale_by_phone()`,
  `create trigger customer_stale_by_phone_off after delete on account_phone referencing old table as changed
    for each statement execute function customer_stale_by_phone()`,
  // A phone that goes over to another account, which may be another customer's.
  `create function customer_stale_by_phone_moved() returns trigger ${OWNER} as $$
    begin
      insert into customer_stale (biller_id, customer_id) select a.biller_id, a.customer_id from account a
        where a.biller_id = new.biller_id and a.id in (old.account_id, new.account_id);
      return null;
    end $$`,
  `create trigger customer_stale_by_phone_moved after update of account_id on account_phone for each row
    when (old.account_id <> new.account_id) execute function customer_stale_by_phone_moved()`,
];

const KEEPING = `create or replace function keep_customer_standings(most int) returns int ${OWNER} as $$
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
          coalesce(owes.due_on, '9999-12-31'::date) as due_on,
          exists (select from account a join account_phone ap on ap.biller_id = a.biller_id and ap.account_id = a.id
            where a.biller_id = c.biller_id and a.customer_id = c.customer_id) as has_phone
        from touched c join biller b on b.id = c.biller_id
        left join lateral (
          select sum(owed.minor) filter (where i.currency = b.currency) as minor, min(i.due_on) as due_on
          from account a join invoice i on i.biller_id = a.biller_id and i.account_id = a.id
          join lateral (select sum(g.minor) as minor from posting g
            where g.biller_id = i.biller_id and g.invoice_id = i.id) owed on owed.minor > 0
          where a.biller_id = c.biller_id and a.customer_id = c.customer_id) owes on true),
      kept as (
        update customer_standing k set open_minor = s.minor, oldest_due_on = s.due_on, has_phone = s.has_phone
        from stands s
        where k.biller_id = s.biller_id and k.customer_id = s.customer_id
          and (k.open_minor, k.oldest_due_on, k.has_phone) is distinct from (s.minor::bigint, s.due_on, s.has_phone))
      select count(*) into done from taken;
      return done;
    end $$`;
