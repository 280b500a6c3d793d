import { ImportFile } from '@kvitt/db/import/import-file.entity';
import { ImportFinding } from '@kvitt/db/import/import-finding.entity';
import { ImportPiece } from '@kvitt/db/import/import-piece.entity';
import { sql } from 'kysely';
import { noteAct } from '../agent/note-act.ts';
import { importCustomers } from '../customer/import-customers.ts';
import { importInvoices } from '../invoice/import-invoices.ts';
import type { Ctx, TxCtx } from '../kit/context.ts';
import type { ImportOrder, ImportReport } from './import-kind.ts';
import type { MapReading } from './map-error.ts';
import type { ImportProblem } from './match-columns.ts';
import { readCustomerMap } from './read-customer-map.ts';
import { readInvoiceMap } from './read-invoice-map.ts';

/** More than this many errors of one file nobody mends by hand; they are counted, and the first are kept. */
const KEPT_FINDINGS = 5_000;

/**
 * Checks, or loads, an uploaded file, as its row says; where the row says neither, its work is done. It is the import of the
 * command line with the file's pieces for its bytes. What came of it is marked in the transaction that loads, so that a
 * worker that dies loads nothing, or everything and says so.
 */
export async function runImport(ctx: Ctx, key: { billerId: string; fileId: string }): Promise<void> {
  const { billerId, fileId: id } = key;
  const file = await ctx.em.fork().findOne(ImportFile, { billerId, id });
  if (!file || (file.state !== 'checking' && file.state !== 'loading')) return;
  try {
    await ctx.em.fork().nativeDelete(ImportFinding, { billerId, fileId: id });
    const report = await importPieces(ctx, file);
    if (report.outcome !== 'loaded') await mark(ctx, file, toResult(report));
  } catch (error) {
    ctx.log.warn({ error: error instanceof Error ? error.name : 'unknown', file: id }, 'an import failed');
    await mark(ctx, file, { state: 'broken' });
  }
}

/** What both kinds have in common: what came of them is kept as it is, and each has its own plan. */
type AnyReport = Omit<ImportReport<unknown>, 'plan'> & { plan?: unknown };

async function importPieces(ctx: Ctx, file: ImportFile): Promise<AnyReport> {
  const { billerId, isConsent, isLateConsent } = file;
  const order = makeOrder(ctx, file);
  return file.kind === 'customers'
    ? importCustomers(ctx, {
        ...order,
        billerId,
        map: readKept(file, readCustomerMap),
        isConsent,
        isLateConsent,
      })
    : importInvoices(ctx, { ...order, billerId, map: readKept(file, readInvoiceMap) });
}

/** It was read before it was kept; what cannot be read any more is a fault of ours. */
function readKept<T>(file: ImportFile, readMap: (input: unknown) => MapReading<T>): T {
  const reading = readMap(file.map);
  if (reading.kind === 'refused') throw new Error('a kept map is not readable');
  return reading.map;
}

function makeOrder(ctx: Ctx, file: ImportFile): Omit<ImportOrder<unknown>, 'confirm'> {
  let kept = 0;
  return {
    file: { name: file.name, chunks: readPieces(ctx, file) },
    actor: `agent:${file.orderedById ?? ''}`,
    isDryRun: file.state === 'checking',
    onStage: (stage) => update(ctx.em.fork(), file, { stage, readBytes: file.bytes }),
    async onProblems(problems) {
      const room = problems.slice(0, KEPT_FINDINGS - kept);
      await keepFindings(ctx, file, room, kept);
      kept += room.length;
    },
    onLoaded: (tx, report) => markLoaded(tx, file, report),
  };
}

/** The file's bytes in their order; that one was read is told whoever waits for it. */
async function* readPieces(ctx: Ctx, file: ImportFile): AsyncGenerator<Uint8Array> {
  const { billerId, id: fileId } = file;
  let readBytes = 0;
  for (let at = 0; readBytes < file.bytes; at++) {
    const piece = await ctx.em.fork().findOneOrFail(ImportPiece, { billerId, fileId, at });
    readBytes += piece.bytes.byteLength;
    await update(ctx.em.fork(), file, { readBytes });
    yield piece.bytes;
  }
}

async function keepFindings(
  ctx: Ctx,
  { billerId, id: fileId }: ImportFile,
  problems: readonly ImportProblem[],
  from: number,
): Promise<void> {
  if (problems.length === 0) return;
  const rows = problems.map(({ column, ...problem }, index) => ({
    ...{ billerId, fileId, at: from + index, columnName: column },
    ...problem,
  }));
  await ctx.em.fork().insertMany(ImportFinding, rows);
}

function toResult({ outcome, rows, problems, ignoredColumns, plan }: AnyReport): Partial<ImportFile> {
  return {
    state: outcome === 'refused' ? 'refused' : outcome === 'loaded' ? 'loaded' : 'checked',
    rows,
    problems,
    ignored: ignoredColumns,
    plan: (plan as Record<string, unknown> | undefined) ?? null,
    stage: null,
  };
}

async function markLoaded(tx: TxCtx, file: ImportFile, report: AnyReport): Promise<void> {
  const { billerId, id, orderedBy, orderedById, name } = file;
  await update(tx.em, file, { ...toResult(report), changedAt: tx.clock.now() });
  // What was loaded is in the books: the file is in whoever's hands it came from.
  await sql`delete from import_piece where biller_id = ${billerId} and file_id = ${id}`.execute(
    tx.em.getKysely(),
  );
  const actor = { billerId, id: orderedById ?? null, name: orderedBy ?? '' };
  await noteAct(tx, actor, 'import.loaded', { subject: 'import', subjectId: id, detail: name });
}

async function mark(ctx: Ctx, file: ImportFile, to: Partial<ImportFile>): Promise<void> {
  await update(ctx.em.fork(), file, { ...to, changedAt: ctx.clock.now() });
}

/** Only while it stands as it was taken up: another worker may have finished what this one was too slow for. */
async function update(em: Ctx['em'] | TxCtx['em'], file: ImportFile, to: Partial<ImportFile>): Promise<void> {
  const { billerId, id, state } = file;
  await em.nativeUpdate(ImportFile, { billerId, id, state }, to);
}
