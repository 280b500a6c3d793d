import pg from 'pg';

/** The role that requests of the console run as. It owns nothing and may not log in, so it cannot switch its limits off. */
export const CONSOLE_ROLE = 'kvitt_console';

/** The setting that says whose rows it sees; without it, none. */
export const BILLER_SETTING = 'kvitt.biller';

/** Rows of these may be removed from the console; of all others they may be added and changed at most. */
const REMOVABLE: readonly string[] = [
  'desk_tag',
  'saved_reply',
  'account_phone',
  'customer_tag',
  'saved_view',
];

/**
 * Puts row-level security on every table that has a biller, and lets the console's role see the rows of one. Run after
 * every migration, over all tables, so that a table that is added later cannot be forgotten. The owner, as whom the
 * servers run otherwise, is not limited. A policy is one comparison with a setting: anything more costs on every row.
 */
export async function guardTenants(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(STATEMENT);
  } finally {
    await client.end();
  }
}

/** An empty setting is what PostgreSQL leaves behind when a transaction with one has ended. */
const SETTING = `nullif(current_setting(''${BILLER_SETTING}'', true), '''')::uuid`;

const STATEMENT = `do $$
declare t record; rule text;
begin
  if not exists (select from pg_roles where rolname = '${CONSOLE_ROLE}') then
    begin
      create role ${CONSOLE_ROLE} nologin;
    exception
      -- Another database of this server was faster: roles belong to the server.
      when duplicate_object or unique_violation then null;
      when insufficient_privilege then
        raise exception 'the role ${CONSOLE_ROLE} is missing, and % may not create it', current_user
          using hint = 'As a superuser: create role ${CONSOLE_ROLE} nologin; grant ${CONSOLE_ROLE} to "' || current_user || '"';
    end;
  end if;
  if not pg_has_role(current_user, '${CONSOLE_ROLE}', 'set') then
    execute 'grant ${CONSOLE_ROLE} to current_user';
  end if;
  grant usage on schema public to ${CONSOLE_ROLE};
  for t in
    select c.oid::regclass as name, c.relname,
      case when c.relname = 'biller' then 'id' else 'biller_id' end as key
    from pg_class c
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
      and (c.relname = 'biller' or exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'biller_id'))
  loop
    rule := format('%I = ${SETTING}', t.key);
    -- Only where it is not there yet: each of these statements waits for whoever works on the table.
    if not exists (select from pg_policy p where p.polrelid = t.name and p.polname = 'of_one_biller') then
      execute format('alter table %s enable row level security', t.name);
      execute format('create policy of_one_biller on %s to ${CONSOLE_ROLE} using (%s) with check (%s)', t.name, rule, rule);
    end if;
    if t.relname = 'biller' then
      execute format('grant select on %s to ${CONSOLE_ROLE}', t.name);
    else
      execute format('grant select, insert, update on %s to ${CONSOLE_ROLE}', t.name);
    end if;
    if t.relname in (${REMOVABLE.map((name) => `'${name}'`).join(', ')}) then
      execute format('grant delete on %s to ${CONSOLE_ROLE}', t.name);
    end if;
  end loop;
end $$`;
