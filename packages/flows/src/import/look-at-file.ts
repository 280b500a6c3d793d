import type { ImportFile } from '@kvitt/db/import/import-file.entity';
import { ImportMap } from '@kvitt/db/import/import-map.entity';
import { ImportPiece } from '@kvitt/db/import/import-piece.entity';
import { fitDateFormats } from '@kvitt/domain/import/fit-date-formats';
import { guessColumns, IMPORT_FIELDS, type ImportField } from '@kvitt/domain/import/guess-columns';
import { guessDecimal } from '@kvitt/domain/import/guess-decimal';
import { type Delimiter, guessDelimiter } from '@kvitt/domain/import/guess-delimiter';
import type { ImportSubject } from '@kvitt/domain/import/import-subject';
import type { DecimalSign } from '@kvitt/domain/import/read-amount';
import { CUSTOMER_REQUIRED } from '@kvitt/domain/import/read-customer-row';
import { INVOICE_REQUIRED } from '@kvitt/domain/import/read-invoice-row';
import type { EntityManager } from '@mikro-orm/postgresql';
import { readRecords } from './read-records.ts';

/** Enough rows to tell the month from the day in most files, and few enough to read at once. */
const LOOKED_AT = 200;
const SHOWN = 5;

export interface FileLook {
  /** What can be read from such a file, in order, and what has to be. */
  fields: readonly ImportField[];
  required: readonly ImportField[];
  /** Empty where the file's first line is no header. */
  header: string[];
  delimiter: Delimiter;
  /** The first rows as they stand there. */
  rows: string[][];
  columns: Partial<Record<ImportField, string | null>>;
  /** By which every date of the looked-at rows is one; more than one where they do not tell the month from the day. */
  dateFormats: string[];
  decimal: DecimalSign;
  /** Kept maps of this biller for such files, those first whose columns are all there. */
  maps: { name: string; map: Record<string, unknown>; fits: boolean; savedBy: string; savedAt: string }[];
}

/** Looks at the beginning of an uploaded file: what its columns are, how it is written, which kept map reads it. */
export async function lookAtFile(em: EntityManager, file: ImportFile): Promise<FileLook> {
  const { billerId, id: fileId, kind } = file;
  const piece = await em.findOne(ImportPiece, { billerId, fileId, at: 0 });
  const bytes = Buffer.from(piece?.bytes ?? []);
  const end = bytes.indexOf('\n');
  const first = bytes.subarray(0, end === -1 ? bytes.length : end).toString('utf8');
  const delimiter = guessDelimiter(first.replace(/^\ufeff/, ''));
  const { header, rows } = await readFirst(bytes, delimiter, file.bytes > bytes.length);
  const columns = guessColumns(kind, header);
  return {
    fields: IMPORT_FIELDS[kind],
    required: kind === 'customers' ? CUSTOMER_REQUIRED : INVOICE_REQUIRED,
    header,
    delimiter,
    rows: rows.slice(0, SHOWN),
    columns,
    ...guessFormats(kind, header, rows, columns),
    maps: await listMaps(em, billerId, kind, header),
  };
}

async function readFirst(
  bytes: Buffer,
  delimiter: string,
  isCut: boolean,
): Promise<{ header: string[]; rows: string[][] }> {
  // A piece ends anywhere: the row that is cut in two would be shown as half of one.
  const whole = isCut ? bytes.subarray(0, bytes.lastIndexOf('\n') + 1) : bytes;
  async function* chunks() {
    yield whole;
  }
  const rows: string[][] = [];
  for await (const records of readRecords(chunks(), delimiter)) {
    rows.push(...records.filter(({ broken }) => broken === undefined).map(({ cells }) => cells));
    if (rows.length > LOOKED_AT) break;
  }
  const [header = [], ...others] = rows.slice(0, LOOKED_AT + 1);
  return { header: header.map((name) => name.trim()), rows: others };
}

const DATES: readonly ImportField[] = ['issuedOn', 'dueOn', 'settledOn', 'dateOfBirth', 'nextStatementOn'];
const AMOUNTS: readonly ImportField[] = ['amount', 'linePrice'];

function guessFormats(
  kind: ImportSubject,
  header: readonly string[],
  rows: readonly string[][],
  columns: FileLook['columns'],
): { dateFormats: string[]; decimal: DecimalSign } {
  const samplesOf = (fields: readonly ImportField[]) =>
    fields
      .filter((field) => IMPORT_FIELDS[kind].includes(field))
      .map((field) => header.indexOf(columns[field] ?? ''))
      .filter((index) => index !== -1)
      .flatMap((index) => rows.map((cells) => cells[index] ?? ''));
  return { dateFormats: fitDateFormats(samplesOf(DATES)), decimal: guessDecimal(samplesOf(AMOUNTS)) };
}

async function listMaps(
  em: EntityManager,
  billerId: string,
  kind: ImportSubject,
  header: readonly string[],
): Promise<FileLook['maps']> {
  const kept = await em.find(ImportMap, { billerId, kind }, { orderBy: { savedAt: 'desc', name: 'asc' } });
  const maps = kept.map(({ name, map, savedBy, savedAt }) => {
    const named = Object.values((map.columns ?? {}) as Record<string, string | null>);
    const fits = named.every((column) => column === null || header.includes(column));
    return { name, map, fits, savedBy, savedAt: savedAt.toISOString() };
  });
  return [...maps.filter(({ fits }) => fits), ...maps.filter(({ fits }) => !fits)];
}
