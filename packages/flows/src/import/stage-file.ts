import { createHash } from 'node:crypto';
import type { TxCtx } from '../kit/context.ts';
import type { ImportKind, ImportOrder } from './import-kind.ts';
import { type ColumnMatch, matchColumns } from './match-columns.ts';
import { type CsvRecord, readRecords } from './read-records.ts';
import { readTemplate, type Template } from './read-template.ts';
import { analyzeStaging, type StagedProblem, type StagedRow, stageProblems, stageRows } from './staging.ts';

export interface StagedFile {
  /** False where the header says that no row can be read; then none was. */
  isReadable: boolean;
  rows: number;
  sha256: string;
  ignoredColumns: string[];
}

/** Reads a file row by row into `import_row` and `import_problem`, within the caller's transaction. */
export async function stageFile<F extends string, Plan>(
  tx: TxCtx,
  kind: ImportKind<F, Plan>,
  order: ImportOrder<Plan>,
): Promise<StagedFile> {
  const hash = createHash('sha256');
  const progress = { rows: 0, bytes: 0 };
  async function* measured(): AsyncGenerator<Uint8Array> {
    for await (const chunk of order.file.chunks) {
      hash.update(chunk);
      progress.bytes += chunk.byteLength;
      yield chunk;
    }
  }
  let header: Header<F> | undefined;
  // The database takes in one block while the next is read here.
  let staged: Promise<void> = Promise.resolve();
  for await (const records of readRecords(measured(), kind.delimiter)) {
    if (!header && records.length > 0) header = readHeader(kind, records.shift());
    if (!header) continue;
    // Without its columns no row can be read, and the rest of the file is not worth the wait.
    if (header.match.problems.length > 0) break;
    await staged;
    staged = stageRecords(tx, kind, header, records);
    // What fails is thrown where it is awaited, at the next block; until then nobody listens.
    staged.catch(() => {});
    progress.rows += records.length;
    order.onProgress?.(progress);
  }
  await staged;
  header ??= readHeader(kind, undefined);
  await stageProblems(tx.em, header.match.problems);
  await analyzeStaging(tx.em);
  return {
    isReadable: header.match.problems.length === 0,
    rows: progress.rows,
    sha256: hash.digest('hex'),
    ignoredColumns: header.match.ignored,
  };
}

interface Header<F extends string> {
  match: ColumnMatch<F>;
  names: string[];
  template: (Template & { field: F }) | undefined;
}

function readHeader<F extends string, Plan>(
  kind: ImportKind<F, Plan>,
  record: CsvRecord | undefined,
): Header<F> {
  const template = kind.template && { ...readTemplate(kind.template.text), field: kind.template.field };
  const names = record?.cells.map((name) => name.trim()) ?? [];
  const line = record?.line ?? 1;
  if (record && !record.broken) {
    const match = matchColumns(names, line, kind.columns, kind.required, template?.columns ?? []);
    return { match, names, template };
  }
  const problem = { line, column: null, value: '', expected: '' };
  const match: ColumnMatch<F> = { at: [], ignored: [], problems: [{ ...problem, code: 'FILE_EMPTY' }] };
  // Two bytes a character show as a NUL beside every letter; so does anything that is no text.
  if (record?.broken === 'NUL_CHARACTER') {
    match.problems = [{ ...problem, code: 'NOT_A_TEXT_FILE', expected: 'UTF-16 or no text at all' }];
  } else if (record?.broken) {
    match.problems = [{ ...problem, code: record.broken }];
  }
  return { match, names, template };
}

async function stageRecords<F extends string, Plan>(
  tx: TxCtx,
  kind: ImportKind<F, Plan>,
  header: Header<F>,
  records: readonly CsvRecord[],
): Promise<void> {
  const lines: number[] = [];
  const rows: StagedRow[] = [];
  const problems: StagedProblem[] = [];
  for (const { line, cells, broken } of records) {
    if (broken || cells.length !== header.names.length) {
      const value = broken ? '' : String(cells.length);
      const expected = broken ? '' : String(header.names.length);
      problems.push({ line, value, code: broken ?? 'CELL_COUNT', expected });
      continue;
    }
    const { row, problems: found } = kind.readRow(cellsOf(header, cells));
    lines.push(line);
    rows.push(row);
    for (const problem of found) problems.push({ line, ...problem });
  }
  await stageRows(tx.em, kind.staging, lines, rows);
  await stageProblems(tx.em, problems);
}

function cellsOf<F extends string>(header: Header<F>, cells: readonly string[]): Partial<Record<F, string>> {
  const byField: Partial<Record<F, string>> = {};
  for (const [field, index] of header.match.at) byField[field] = cells[index] ?? '';
  const { template, names } = header;
  if (template) byField[template.field] = template.fill((column) => cells[names.indexOf(column)] ?? '');
  return byField;
}
