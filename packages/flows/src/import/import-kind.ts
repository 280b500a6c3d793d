import type { CellProblem } from '@kvitt/domain/import/problem';
import type { TxCtx } from '../kit/context.ts';
import type { ImportProblem } from './match-columns.ts';
import type { StagedRow, Staging } from './staging.ts';

/** What makes importing one kind of thing different from importing another. */
export interface ImportKind<F extends string, Plan> {
  /** The file's column for each field; null where the field is not taken from the file. */
  columns: Record<F, string | null>;
  required: readonly F[];
  delimiter: string;
  /** A text with columns of the file in braces, for a field that no column fills. */
  template?: { field: F; text: string };
  staging: Staging;
  /** Reads a row as far as it can be read; what is wrong with it stands in `problems`. */
  readRow(cells: Partial<Record<F, string>>): { row: StagedRow; problems: CellProblem[] };
  /** Adds to `import_problem` what only shows beside the other rows and what is stored already. */
  check(tx: TxCtx): Promise<void>;
  /** Counts what `load` is going to do. */
  plan(tx: TxCtx): Promise<Plan>;
  load(tx: TxCtx, facts: LoadFacts): Promise<void>;
}

export interface LoadFacts {
  file: string;
  /** Of the bytes that were read, in hexadecimal. */
  sha256: string;
  actor: string;
}

/** A file to import, and how far to go. */
export interface ImportOrder<Plan> {
  file: { name: string; chunks: AsyncIterable<Uint8Array> };
  /** Who answers for it; kept with what it grants. */
  actor: string;
  /** Checks and plans, and loads nothing. */
  isDryRun: boolean;
  /** Asked once the file is found to be without an error, before anything is loaded. */
  confirm?(found: { rows: number; plan: Plan }): Promise<boolean>;
  /** In the same transaction, once all of it is loaded: what is written here is kept with it, or not at all. */
  onLoaded?(tx: TxCtx, report: ImportReport<Plan>): Promise<void>;
  onProgress?(progress: { rows: number; bytes: number }): void;
  /** Once the file is read: each is one wait for the database, and may be the longer part. */
  onStage?(stage: 'checking' | 'loading'): Promise<void> | void;
  /** Everything that is wrong, in the order of the file, a page at a time. */
  onProblems?(problems: ImportProblem[]): Promise<void> | void;
}

export interface ImportReport<Plan> {
  outcome: 'loaded' | 'checked' | 'declined' | 'refused';
  /** Without the header. */
  rows: number;
  sha256: string;
  ignoredColumns: string[];
  problems: number;
  /** What was loaded, or would be; undefined where the file is refused. */
  plan: Plan | undefined;
}
