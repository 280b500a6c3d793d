import { Migration } from '@mikro-orm/migrations';

/** The search for customers at a million of them: what is compared is stored, and a search by digits begins at the phones. */
export class Migration20261122170000_customer_search extends Migration {
  override up(): void {
    for (const statement of STATEMENTS) this.addSql(statement);
  }
}

const OWNER = 'language plpgsql security definer set search_path = public, pg_temp';

const STATEMENTS = [
  // Taking the accents off a name costs more than comparing it, and each candidate of the index is compared again.
  `alter table customer add column folded_name text not null
    generated always as (fold_name(first_name || ' ' || last_name)) stored`,
  'drop index customer_name_search',
  'create index customer_name_search on customer using gin (folded_name gin_trgm_ops)',
  // Few are wanted of what may be many: asked in one join, the planner walks the customers until it has met enough.
  `create or replace function find_customers(words text, most int) returns table (customer_id uuid, closeness real)
    stable ${OWNER} set pg_trgm.word_similarity_threshold = 0.45 as $$
    declare
      mine uuid := nullif(current_setting('kvitt.biller', true), '')::uuid;
      digits text := regexp_replace(words, '[^0-9]', '', 'g');
      folded text := fold_name(trim(words));
      found int;
    begin
      if mine is null or length(trim(words)) < 2 then return; end if;
      if length(digits) >= 3 then
        return query with near as materialized (
            select p.id from phone p where p.biller_id = mine and p.e164 like '%' || digits || '%' limit 5 * most)
          select distinct a.customer_id, 1.0::real from near
          join account_phone ap on ap.biller_id = mine and ap.phone_id = near.id
          join account a on a.biller_id = mine and a.id = ap.account_id limit most;
      end if;
      if words ~ '[0-9]' then
        return query with near as materialized (
            select a.customer_id as id from account a
            where a.biller_id = mine and upper(a.number) like '%' || upper(replace(trim(words), '%', '')) || '%' limit 5 * most)
          select distinct near.id, 0.9::real from near limit most;
        return;
      end if;
      -- Words as they are written first: an index finds them at once, and most callers spell their own name right.
      return query select c.id, 0.8::real from customer c
        where c.biller_id = mine and c.folded_name like '%' || replace(folded, '%', '') || '%' limit most;
      get diagnostics found = row_count;
      if found > 0 or length(folded) < 4 then return; end if;
      return query select near.id, near.closeness from (
        select c.id, word_similarity(folded, c.folded_name) as closeness from customer c
        where c.biller_id = mine and folded <% c.folded_name limit 500) near order by near.closeness desc limit most;
    end $$`,
];
