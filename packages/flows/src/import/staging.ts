import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import type { ImportProblem } from './match-columns.ts';

/** The columns of a temporary table and their PostgreSQL types. */
export type Staging = Record<string, 'text' | 'int' | 'bigint' | 'date'>;

export type StagedRow = Record<string, string | number | undefined>;

/**
 * Lays out what an import is checked in: its rows as far as they could be read, and everything that is wrong. Temporary
 * tables, so that a file of any size costs no memory here and leaves nothing behind, whatever happens.
 */
export async function createStaging(em: EntityManager, columns: Staging): Promise<void> {
  const definitions = Object.entries(columns).map(([name, type]) => sql`${sql.ref(name)} ${sql.raw(type)}`);
  await sql`create temporary table import_row (line int, ${sql.join(definitions)}) on commit drop`.execute(
    em.getKysely(),
  );
  await sql`create temporary table import_problem (line int, field text, column_name text, value text, code text,
    expected text)
    on commit drop`.execute(em.getKysely());
}

/** One statement and one array a column: a fifth of what a statement a row costs. */
export async function stageRows(
  em: EntityManager,
  columns: Staging,
  lines: readonly number[],
  rows: readonly StagedRow[],
): Promise<void> {
  if (rows.length === 0) return;
  const arrays = Object.entries(columns).map(([name, type]) => {
    const values = rows.map((row) => row[name] ?? null);
    return sql`${values}::${sql.raw(type)}[]`;
  });
  await sql`insert into import_row select * from unnest(${[...lines]}::int[], ${sql.join(arrays)})`.execute(
    em.getKysely(),
  );
}

/** A problem with its place: a field of ours, or a column of the file's, or neither for a whole row. */
export type StagedProblem = Omit<ImportProblem, 'column'> & { field?: string; column?: string | null };

/** Long enough to find the cell by, short enough for a line on a screen. */
const SHOWN_CHARACTERS = 60;

export async function stageProblems(em: EntityManager, problems: readonly StagedProblem[]): Promise<void> {
  if (problems.length === 0) return;
  const column = (key: keyof StagedProblem) => problems.map((problem) => problem[key] ?? null);
  const values = problems.map(({ value }) => shorten(value));
  await sql`insert into import_problem select * from unnest(${column('line')}::int[], ${column('field')}::text[],
    ${column('column')}::text[], ${values}::text[], ${column('code')}::text[], ${column('expected')}::text[])`.execute(
    em.getKysely(),
  );
}

/** PostgreSQL keeps no NUL in a text. */
function shorten(value: string): string {
  const shown = value.replaceAll('\0', '\ufffd');
  return shown.length <= SHOWN_CHARACTERS ? shown : `${shown.slice(0, SHOWN_CHARACTERS - 1)}…`;
}

/** The planner takes a temporary table for tiny until it is told otherwise, and the checks join it with everything. */
export async function analyzeStaging(em: EntityManager): Promise<void> {
  await sql`analyze import_row`.execute(em.getKysely());
}

export async function countProblems(em: EntityManager): Promise<number> {
  const { rows } = await sql<{ count: string }>`select count(*) from import_problem`.execute(em.getKysely());
  return Number(rows[0]?.count);
}

/** Gives what is wrong in the order of the file, a page at a time, under the names that the file's header uses. */
export async function* listProblems(
  em: EntityManager,
  columns: Record<string, string | null>,
  pageSize: number,
): AsyncGenerator<ImportProblem[]> {
  const db = em.getKysely();
  await sql`declare problem_pages no scroll cursor for
    select line, field, column_name as "column", value, code, expected from import_problem
    order by line, field nulls first, code`.execute(db);
  for (;;) {
    const { rows } = await sql<
      ImportProblem & { field: string | null }
    >`fetch ${sql.raw(String(pageSize))} from problem_pages`.execute(db);
    if (rows.length === 0) break;
    yield rows.map(({ field, column, ...problem }) => ({
      ...problem,
      column: column ?? (field === null ? null : (columns[field] ?? field)),
    }));
  }
  await sql`close problem_pages`.execute(db);
}
