import { Migration } from '@mikro-orm/migrations';

/**
 * How threads stand at the agents' desk, and the search for customers. The desk is kept by triggers, so that no way in
 * which a text is added, sent or failed can forget it; each works once per statement, over all rows of it.
 */
export class Migration20261122080100_desk extends Migration {
  override up(): void {
    for (const statement of [...DESK, ...BESIDE, ...KEPT, ...TOLD, ...SEARCH]) this.addSql(statement);
  }
}

const QUEUE = '(biller_id, last_at desc, conversation_id desc)';

const DESK = [
  `create table desk (
    biller_id uuid not null, conversation_id uuid not null,
    state text not null check (state in ('open', 'waiting', 'snoozed', 'closed')), assignee_id uuid,
    last_at timestamptz not null, last_words text not null, last_direction text not null, last_state text not null,
    last_message_id uuid, unread_since timestamptz, wanted_since timestamptz, snoozed_until timestamptz,
    failed_at timestamptz, primary key (biller_id, conversation_id),
    foreign key (biller_id, conversation_id) references conversation)`,
  `create index desk_all on desk ${QUEUE}`,
  `create index desk_unassigned on desk ${QUEUE} where state = 'open' and assignee_id is null`,
  `create index desk_mine on desk (biller_id, assignee_id, last_at desc, conversation_id desc) where state = 'open'`,
  `create index desk_waiting on desk ${QUEUE} where state = 'waiting'`,
  `create index desk_snoozed on desk ${QUEUE} where state = 'snoozed'`,
  `create index desk_snooze_ends on desk (snoozed_until) where state = 'snoozed'`,
  `create index desk_failed on desk ${QUEUE} where failed_at is not null`,
];

const BESIDE = [
  `create table desk_note (
    biller_id uuid not null, id uuid not null, conversation_id uuid not null, author_id uuid not null, author text not null,
    body text not null, mentions uuid[] not null, created_at timestamptz not null, primary key (biller_id, id),
    foreign key (biller_id, conversation_id) references conversation)`,
  'create index desk_note_thread on desk_note (biller_id, conversation_id, created_at)',
  `create table desk_tag (
    biller_id uuid not null, conversation_id uuid not null, tag text not null, since timestamptz not null,
    primary key (biller_id, conversation_id, tag), foreign key (biller_id, conversation_id) references conversation)`,
  `create table saved_reply (
    biller_id uuid not null references biller, id uuid not null, name text not null, language text not null,
    body text not null, primary key (biller_id, id), unique (biller_id, name, language))`,
  // How long a customer may wait for a person, and when the screen begins to warn: minutes, as the biller says.
  `create table desk_rule (
    biller_id uuid primary key references biller, answer_min int not null check (answer_min > 0),
    warn_min int not null check (warn_min > 0 and warn_min <= answer_min))`,
];

const OWNER = 'language plpgsql security definer set search_path = public, pg_temp';

const KEPT = [
  // A text that comes in opens no closed thread by itself: the machine answers, and says where a person is wanted.
  `create function desk_notes_texts() returns trigger ${OWNER} as $$
    begin
      insert into desk as d (biller_id, conversation_id, state, last_at, last_words, last_direction, last_state, last_message_id, unread_since)
        select distinct on (biller_id, conversation_id)
          biller_id, conversation_id, 'closed', created_at, left(body, 200), direction, state, id, created_at
        from added where direction = 'in' order by biller_id, conversation_id, created_at desc, id desc
      on conflict (biller_id, conversation_id) do update set last_at = greatest(d.last_at, excluded.last_at),
        last_words = excluded.last_words, last_direction = 'in', last_state = excluded.last_state,
        last_message_id = excluded.last_message_id, unread_since = coalesce(d.unread_since, excluded.unread_since),
        wanted_since = case when d.state = 'closed' then d.wanted_since else coalesce(d.wanted_since, excluded.last_at) end,
        state = case when d.state = 'closed' then 'closed' else 'open' end, snoozed_until = null;
      update desk d set last_at = greatest(d.last_at, a.created_at), last_words = left(a.body, 200), last_direction = 'out',
        last_state = a.state, last_message_id = a.id
        from added a where a.direction = 'out' and d.biller_id = a.biller_id and d.conversation_id = a.conversation_id;
      return null;
    end $$`,
  `create trigger desk_texts after insert on message referencing new table as added
    for each statement execute function desk_notes_texts()`,
  `create function desk_notes_states() returns trigger ${OWNER} as $$
    begin
      insert into desk as d (biller_id, conversation_id, state, last_at, last_words, last_direction, last_state, last_message_id, failed_at)
        select distinct on (n.biller_id, n.conversation_id)
          n.biller_id, n.conversation_id, 'closed', n.created_at, left(n.body, 200), 'out', n.state, n.id, now()
        from changed n join before o on o.biller_id = n.biller_id and o.id = n.id
        where n.state in ('failed', 'undelivered') and o.state <> n.state
        order by n.biller_id, n.conversation_id, n.created_at desc
      on conflict (biller_id, conversation_id) do update set failed_at = excluded.failed_at,
        last_state = case when d.last_message_id = excluded.last_message_id then excluded.last_state else d.last_state end;
      update desk d set last_state = n.state
        from changed n join before o on o.biller_id = n.biller_id and o.id = n.id
        where n.state in ('sent', 'delivered', 'cancelled', 'skipped') and o.state <> n.state
          and d.biller_id = n.biller_id and d.conversation_id = n.conversation_id;
      return null;
    end $$`,
  `create trigger desk_states after update on message referencing old table as before new table as changed
    for each statement execute function desk_notes_states()`,
  `create function desk_notes_wanted() returns trigger ${OWNER} as $$
    begin
      insert into desk as d (biller_id, conversation_id, state, last_at, last_words, last_direction, last_state, wanted_since)
        values (new.biller_id, new.id, 'open', new.person_wanted_since, '', 'in', 'received', new.person_wanted_since)
      on conflict (biller_id, conversation_id) do update set state = 'open', snoozed_until = null,
        wanted_since = coalesce(d.wanted_since, excluded.wanted_since);
      return null;
    end $$`,
  `create trigger desk_wanted after update of person_wanted_since on conversation for each row
    when (new.person_wanted_since is not null and old.person_wanted_since is distinct from new.person_wanted_since)
    execute function desk_notes_wanted()`,
];

/** Closed threads are nobody's work: what the machine does in them is told to no console, unless it went wrong. */
const TOLD = [
  `create function desk_tells() returns trigger language plpgsql as $$
    begin
      perform pg_notify('kvitt_live', new.biller_id || ' desk ' || new.conversation_id);
      return null;
    end $$`,
  `create trigger desk_told_new after insert on desk for each row
    when (new.state <> 'closed' or new.failed_at is not null) execute function desk_tells()`,
  `create trigger desk_told after update on desk for each row
    when (old.* is distinct from new.* and (old.state <> 'closed' or new.state <> 'closed'
      or old.failed_at is distinct from new.failed_at)) execute function desk_tells()`,
];

const FULL_NAME = "fold_name(first_name || ' ' || last_name)";

/**
 * By name with typing errors, by any end of a phone number, by any part of an account or customer number. The planner
 * uses no such index under row-level security, because the operators might leak; so the search is a function of the
 * owner's, which names the biller itself: the one that the caller's transaction is held to.
 */
const SEARCH = [
  'create extension if not exists pg_trgm',
  'create extension if not exists unaccent',
  `create function fold_name(name text) returns text immutable strict parallel safe language sql
    as $$ select lower(public.unaccent('public.unaccent'::regdictionary, name)) $$`,
  `create index customer_name_search on customer using gin (${FULL_NAME} gin_trgm_ops)`,
  'create index account_number_search on account using gin (upper(number) gin_trgm_ops)',
  'create index phone_number_search on phone using gin (e164 gin_trgm_ops)',
  `create function find_customers(words text, most int) returns table (customer_id uuid, closeness real)
    stable ${OWNER} set pg_trgm.word_similarity_threshold = 0.45 as $$
    declare
      mine uuid := nullif(current_setting('kvitt.biller', true), '')::uuid;
      digits text := regexp_replace(words, '[^0-9]', '', 'g');
      folded text := fold_name(trim(words));
      found int;
    begin
      if mine is null or length(trim(words)) < 2 then return; end if;
      if digits <> '' and length(digits) >= 3 then
        return query select distinct a.customer_id, 1.0::real from phone p
          join account_phone ap on ap.biller_id = p.biller_id and ap.phone_id = p.id
          join account a on a.biller_id = ap.biller_id and a.id = ap.account_id
          where p.biller_id = mine and p.e164 like '%' || digits || '%' limit most;
      end if;
      if words ~ '[0-9]' then
        return query select distinct a.customer_id, 0.9::real from account a
          where a.biller_id = mine and upper(a.number) like '%' || upper(replace(trim(words), '%', '')) || '%' limit most;
        return;
      end if;
      -- Words as they are written first: an index finds them at once, and most callers spell their own name right.
      return query select c.id, 0.8::real from customer c
        where c.biller_id = mine and ${FULL_NAME.replaceAll('first_name', 'c.first_name').replaceAll('last_name', 'c.last_name')}
          like '%' || replace(folded, '%', '') || '%' limit most;
      get diagnostics found = row_count;
      if found > 0 or length(folded) < 4 then return; end if;
      return query select near.id, near.closeness from (
        select c.id, word_similarity(folded, ${FULL_NAME.replaceAll('first_name', 'c.first_name').replaceAll('last_name', 'c.last_name')}) as closeness
        from customer c where c.biller_id = mine
          and folded <% ${FULL_NAME.replaceAll('first_name', 'c.first_name').replaceAll('last_name', 'c.last_name')}
        limit 500) near order by near.closeness desc limit most;
    end $$`,
];
