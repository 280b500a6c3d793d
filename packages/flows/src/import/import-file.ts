import { sql } from 'kysely';
import type { Ctx, TxCtx } from '../kit/context.ts';
import { inTransaction } from '../kit/in-transaction.ts';
import type { ImportKind, ImportOrder, ImportReport } from './import-kind.ts';
import { stageFile } from './stage-file.ts';
import { countProblems, createStaging, listProblems } from './staging.ts';

/** How many problems are told at once. */
const PROBLEM_PAGE = 1_000;

/**
 * Imports a file, all of it or nothing: reads every row, collects every error, and loads only where there is none, in the
 * same transaction that checked it, so that nothing can change in between. A dry run, a refusal and a "no" end the same
 * transaction with nothing in it but temporary tables.
 */
export async function importFile<F extends string, Plan>(
  ctx: Ctx,
  billerId: string,
  kind: ImportKind<F, Plan>,
  order: ImportOrder<Plan>,
): Promise<ImportReport<Plan>> {
  return inTransaction(ctx, async (tx) => {
    await takeTurn(tx, billerId);
    await createStaging(tx.em, kind.staging);
    const { isReadable, ...read } = await stageFile(tx, kind, order);
    await order.onStage?.('checking');
    if (isReadable) await kind.check(tx);
    const problems = await countProblems(tx.em);
    const report = { ...read, problems, plan: undefined };
    if (problems > 0) {
      for await (const page of listProblems(tx.em, kind.columns, PROBLEM_PAGE))
        await order.onProblems?.(page);
      return { ...report, outcome: 'refused' };
    }
    const plan = await kind.plan(tx);
    if (order.isDryRun) return { ...report, plan, outcome: 'checked' };
    const mayLoad = (await order.confirm?.({ rows: read.rows, plan })) ?? true;
    if (!mayLoad) return { ...report, plan, outcome: 'declined' };
    await order.onStage?.('loading');
    await kind.load(tx, { file: order.file.name, sha256: read.sha256, actor: order.actor });
    const loaded: ImportReport<Plan> = { ...report, plan, outcome: 'loaded' };
    await order.onLoaded?.(tx, loaded);
    return loaded;
  });
}

/** One import a biller at a time: two of the same file would each find its bills new. */
async function takeTurn(tx: TxCtx, billerId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`import/${billerId}`}, 0))`.execute(
    tx.em.getKysely(),
  );
}
