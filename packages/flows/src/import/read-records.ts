import { isUtf8 } from 'node:buffer';
import type { ProblemCode } from '@kvitt/domain/import/problem';
import { CsvError, parse } from 'csv-parse/sync';

/** One record of a CSV file. */
export interface CsvRecord {
  /** The line of the file that it begins on; the header is on line 1. A quoted cell may reach over several. */
  line: number;
  /** Empty where `broken`. */
  cells: string[];
  /** Why the record as a whole cannot be read. */
  broken?: Extract<ProblemCode, 'NOT_UTF8' | 'NUL_CHARACTER' | 'BROKEN_QUOTES'>;
}

/** No row of bills is longer; what is, is a quotation mark that was never closed. */
const LONGEST_RECORD_BYTES = 1_048_576;

/** Big enough that starting the parser costs nothing beside parsing, small enough to forget. */
const BLOCK_BYTES = 131_072;

const NOTHING: Buffer = Buffer.alloc(0);

/**
 * Reads a CSV file (RFC 4180, UTF-8, lines ended by LF or CRLF) block by block, so that memory does not grow with it;
 * gives its records in batches, blank lines left out.
 *
 * A record with a broken quotation mark costs its own line and no other: the parser is started anew on the next line,
 * because by itself it would go on somewhere inside the rows that follow, and their errors would go untold.
 */
export async function* readRecords(
  chunks: AsyncIterable<Uint8Array>,
  delimiter: string,
): AsyncGenerator<CsvRecord[]> {
  const place = { line: 1 };
  let block = NOTHING;
  let isFirst = true;
  for await (const chunk of chunks) {
    block = block.length === 0 ? Buffer.from(chunk) : Buffer.concat([block, chunk]);
    if (block.length < BLOCK_BYTES) continue;
    if (isFirst) block = withoutMark(block);
    isFirst = false;
    const { records, rest } = readBlock(block, delimiter, place, false);
    block = rest;
    yield records;
  }
  if (isFirst) block = withoutMark(block);
  yield readBlock(block, delimiter, place, true).records;
}

function withoutMark(block: Buffer): Buffer {
  return block[0] === 0xef && block[1] === 0xbb && block[2] === 0xbf ? block.subarray(3) : block;
}

/** Reads the whole records of a block; `rest` begins with the first that may go on in the next block. */
function readBlock(
  block: Buffer,
  delimiter: string,
  place: { line: number },
  isLast: boolean,
): { records: CsvRecord[]; rest: Buffer } {
  const isClean = isUtf8(block) && !block.includes(0);
  const records: CsvRecord[] = [];
  let rest = block;
  while (rest.length > 0) {
    // Up to a line's end, so that a record either is whole or ends inside quotes, where the parser says so.
    const run = parseRun(isLast ? rest : rest.subarray(0, rest.lastIndexOf(LF) + 1), delimiter, isLast);
    let at = 0;
    for (const { cells, end } of run.found) {
      records.push(toRecord(rest.subarray(at, end), cells, place, isClean));
      at = end;
    }
    rest = rest.subarray(at);
    // What is left after the last record of a file are blank lines.
    if (run.error === undefined) return { records, rest: isLast ? NOTHING : rest };
    const mayGoOn = run.error === 'open' && !isLast && rest.length < LONGEST_RECORD_BYTES;
    if (mayGoOn) return { records, rest };
    rest = skipBrokenLine(rest, records, place);
  }
  return { records, rest: NOTHING };
}

interface Run {
  found: { cells: string[]; end: number }[];
  /** `open` where the bytes end inside a quoted cell, `bad` where a quotation mark stands where none may. */
  error?: 'open' | 'bad';
}

function parseRun(bytes: Buffer, delimiter: string, isLast: boolean): Run {
  const found: Run['found'] = [];
  if (bytes.length === 0 && !isLast) return { found, error: 'open' };
  try {
    parse(bytes, {
      delimiter,
      record_delimiter: ['\r\n', '\n'],
      relax_column_count: true,
      skip_empty_lines: true,
      info: true,
      on_record: (each: unknown) => {
        const { record, info } = each as { record: string[]; info: { bytes: number } };
        found.push({ cells: record, end: info.bytes });
        return null;
      },
    });
    return { found };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return { found, error: error.code === 'CSV_QUOTE_NOT_CLOSED' ? 'open' : 'bad' };
  }
}

/** The parser's own count of lines takes a CRLF inside quotes for two, so lines are counted from the bytes. */
function toRecord(bytes: Buffer, cells: string[], place: { line: number }, isClean: boolean): CsvRecord {
  const line = place.line + countBlankLines(bytes);
  place.line += countLineEnds(bytes);
  if (isClean) return { line, cells };
  if (bytes.includes(0)) return { line, cells: [], broken: 'NUL_CHARACTER' };
  if (!isUtf8(bytes)) return { line, cells: [], broken: 'NOT_UTF8' };
  return { line, cells };
}

function skipBrokenLine(rest: Buffer, records: CsvRecord[], place: { line: number }): Buffer {
  const blank = countBlankLines(rest);
  let start = 0;
  for (let skipped = 0; skipped < blank; skipped++) start = rest.indexOf(LF, start) + 1;
  records.push({ line: place.line + blank, cells: [], broken: 'BROKEN_QUOTES' });
  const end = rest.indexOf(LF, start);
  place.line += blank + 1;
  return end === -1 ? rest.subarray(rest.length) : rest.subarray(end + 1);
}

const LF = 10;
const CR = 13;

/** How many blank lines stand before the first byte that is none. */
function countBlankLines(bytes: Buffer): number {
  let lines = 0;
  for (let at = 0; bytes[at] === LF || (bytes[at] === CR && bytes[at + 1] === LF); at++) {
    if (bytes[at] === LF) lines++;
  }
  return lines;
}

function countLineEnds(bytes: Buffer): number {
  let lines = 0;
  for (let at = bytes.indexOf(LF); at !== -1; at = bytes.indexOf(LF, at + 1)) lines++;
  return lines;
}
