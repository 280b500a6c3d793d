import { Migration } from '@mikro-orm/migrations';

/** Files of customers and bills that are uploaded: their bytes, how they are read, what is wrong in them, what came of them. */
export class Migration20261122670001_import_file extends Migration {
  override up(): void {
    for (const statement of STATEMENTS) this.addSql(statement);
  }
}

const STATEMENTS = [
  `create table import_file (
    biller_id uuid not null references biller, id uuid not null, kind text not null, name text not null,
    bytes bigint not null default 0, sha256 text, state text not null, map jsonb,
    is_consent boolean not null default true, is_late_consent boolean not null default true,
    read_bytes bigint not null default 0, stage text, rows int, problems int, ignored jsonb, plan jsonb,
    uploaded_by text not null, uploaded_at timestamptz not null, ordered_by text, ordered_by_id uuid,
    changed_at timestamptz not null, primary key (biller_id, id),
    check (kind in ('customers', 'invoices')), check (stage in ('checking', 'loading')),
    check (state in ('receiving', 'received', 'checking', 'checked', 'refused', 'loading', 'loaded', 'broken', 'dropped')),
    check (state in ('receiving', 'dropped') or sha256 is not null),
    check (state not in ('checking', 'checked', 'loading', 'loaded', 'refused') or map is not null and ordered_by is not null))`,
  'create index import_file_of_biller on import_file (biller_id, uploaded_at desc, id desc)',
  `create index import_file_same on import_file (biller_id, kind, sha256) where state = 'loaded'`,
  `create table import_piece (
    biller_id uuid not null, file_id uuid not null, at int not null check (at >= 0), bytes bytea not null,
    primary key (biller_id, file_id, at), foreign key (biller_id, file_id) references import_file)`,
  `create table import_finding (
    biller_id uuid not null, file_id uuid not null, at int not null check (at >= 0), line int not null, column_name text,
    value text not null, code text not null, expected text not null,
    primary key (biller_id, file_id, at), foreign key (biller_id, file_id) references import_file)`,
  `create table import_map (
    biller_id uuid not null references biller, kind text not null check (kind in ('customers', 'invoices')),
    name text not null check (length(name) between 1 and 60), map jsonb not null, saved_by text not null,
    saved_at timestamptz not null, primary key (biller_id, kind, name))`,
  `create function tell_import() returns trigger language plpgsql as $$
    begin
      perform pg_notify('kvitt_live', new.biller_id || ' import ' || new.id);
      return null;
    end $$`,
  `create trigger import_file_tells after insert or update on import_file
    for each row execute function tell_import()`,
];
