import { Migration } from '@mikro-orm/migrations';

/** The search for customers at a million of them: a misspelt name is looked for among words, and a phone by its end. */
export class Migration20261122630002_name_words extends Migration {
  override up(): void {
    for (const statement of [...WORDS, ...SEARCH]) this.addSql(statement);
  }
}

const OWNER = 'language plpgsql security definer set search_path = public, pg_temp';

/**
 * A million people share some hundred thousand words between them. A word that nobody is called by any more stays, and finds
 * nobody. No key keeps them apart, or two imports would wait for each other's names: the same word twice does no harm.
 */
const WORDS = [
  'create table customer_word (biller_id uuid not null references biller, word text not null)',
  `create function name_words(folded text) returns setof text immutable strict parallel safe language sql
    as $$ select distinct word from regexp_split_to_table(folded, '[[:space:][:punct:]]+') word where length(word) > 1 $$`,
  `insert into customer_word (biller_id, word)
    select distinct c.biller_id, word from customer c, name_words(c.folded_name) word`,
  'create index customer_word_start on customer_word (biller_id, word text_pattern_ops)',
  'create index customer_word_near on customer_word using gin (word gin_trgm_ops)',
  `create function customer_words_kept() returns trigger ${OWNER} as $$
    begin
      if tg_op = 'INSERT' then
        insert into customer_word (biller_id, word)
          select n.biller_id, n.word from (select distinct a.biller_id, word from added a, name_words(a.folded_name) word) n
          where not exists (select from customer_word k where k.biller_id = n.biller_id and k.word = n.word);
      else
        insert into customer_word (biller_id, word)
          select n.biller_id, n.word from (select distinct a.biller_id, word from added a
            join removed r on r.biller_id = a.biller_id and r.id = a.id and r.folded_name <> a.folded_name,
            name_words(a.folded_name) word) n
          where not exists (select from customer_word k where k.biller_id = n.biller_id and k.word = n.word);
      end if;
      return null;
    end $$`,
  `create trigger customer_words_first_kept after insert on customer referencing new table as added
    for each statement execute function customer_words_kept()`,
  `create trigger customer_words_kept after update on customer referencing old table as removed new table as added
    for each statement execute function customer_words_kept()`,
];

const SEARCH = [
  'create index phone_number_end on phone (biller_id, reverse(e164) text_pattern_ops)',
  'drop function find_customers(text, int)',
  `create function find_phone_owners(mine uuid, digits text, most int) returns table (customer_id uuid, closeness real)
    stable ${OWNER} set plan_cache_mode = force_custom_plan as $$
    declare
      found int;
    begin
      -- By its end first, as numbers are said: an index has it at once.
      return query with near as materialized (
          select p.id from phone p where p.biller_id = mine and reverse(p.e164) like reverse(digits) || '%' limit 5 * most)
        select distinct a.customer_id, 1.0::real from near
        join account_phone ap on ap.biller_id = mine and ap.phone_id = near.id
        join account a on a.biller_id = mine and a.id = ap.account_id limit most;
      get diagnostics found = row_count;
      -- A whole number has been found, or there is none with it in the middle.
      if found >= most or (found > 0 and length(digits) >= 10) then return; end if;
      return query with near as materialized (
          select p.id from phone p where p.biller_id = mine and p.e164 like '%' || digits || '%' limit 5 * most)
        select distinct a.customer_id, 1.0::real from near
        join account_phone ap on ap.biller_id = mine and ap.phone_id = near.id
        join account a on a.biller_id = mine and a.id = ap.account_id limit most;
    end $$`,
  `create function find_near_names(mine uuid, folded text, most int) returns table (customer_id uuid, closeness real)
    stable ${OWNER} set pg_trgm.word_similarity_threshold = 0.45 set plan_cache_mode = force_custom_plan as $$
    declare
      part text;
      near text;
      more int;
      found int := 0;
    begin
      -- The longest word says the most; only where nobody has one like it, the next is tried.
      for part in select w from name_words(folded) w where length(w) > 2 order by length(w) desc, w limit 3 loop
        for near in select k.word from (select distinct k.word from customer_word k where k.biller_id = mine and part <% k.word) k
          order by similarity(part, k.word) desc, k.word limit 8 loop
          return query select n.id, n.nearness from (
              select c.id, word_similarity(folded, c.folded_name) as nearness from customer c
              where c.biller_id = mine and c.folded_name like '%' || near || '%' limit 2000) n
            where n.nearness >= 0.45 order by n.nearness desc, n.id limit most - found;
          get diagnostics more = row_count;
          found := found + more;
          if found >= most then return; end if;
        end loop;
        if found > 0 then return; end if;
      end loop;
    end $$`,
  // Two letters have no index of three: the words that begin with them do.
  `create function find_names_from(mine uuid, start text, most int) returns table (customer_id uuid, closeness real)
    stable ${OWNER} set plan_cache_mode = force_custom_plan as $$
    declare
      near text;
      more int;
      found int := 0;
    begin
      for near in select distinct k.word from customer_word k where k.biller_id = mine and k.word like start || '%'
        order by k.word limit 20 loop
        return query select c.id, 0.8::real from customer c
          where c.biller_id = mine and c.folded_name like '%' || near || '%' limit most - found;
        get diagnostics more = row_count;
        found := found + more;
        if found >= most then return; end if;
      end loop;
    end $$`,
  `create function find_customers(words text, most int) returns table (customer_id uuid, closeness real)
    stable ${OWNER} set plan_cache_mode = force_custom_plan as $$
    declare
      mine uuid := nullif(current_setting('kvitt.biller', true), '')::uuid;
      digits text := regexp_replace(words, '[^0-9]', '', 'g');
      -- What a pattern reads as anything is no part of a name or a number.
      plain text := translate(trim(words), '%_\\', '');
      folded text := fold_name(plain);
      found int;
    begin
      if mine is null or length(plain) < 2 then return; end if;
      if length(digits) >= 3 then return query select * from find_phone_owners(mine, digits, most); end if;
      if words ~ '[0-9]' then
        return query with near as materialized (
            select a.customer_id as id from account a
            where a.biller_id = mine and upper(a.number) like '%' || upper(plain) || '%' limit 5 * most)
          select distinct near.id, 0.9::real from near limit most;
        return;
      end if;
      if length(folded) < 3 then
        return query select * from find_names_from(mine, folded, most);
        return;
      end if;
      -- Words as they are written first: most callers spell their own name right.
      return query select c.id, 0.8::real from customer c
        where c.biller_id = mine and c.folded_name like '%' || folded || '%' limit most;
      get diagnostics found = row_count;
      if found > 0 or length(folded) < 4 then return; end if;
      return query select * from find_near_names(mine, folded, most);
    end $$`,
];
