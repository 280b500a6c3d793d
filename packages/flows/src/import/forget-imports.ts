import { sql } from 'kysely';
import type { Ctx } from '../kit/context.ts';

/** A week is time enough to mend a file; after it, the numbers and names in it lie about for nothing. */
const KEPT_DAYS = 7;

/**
 * Puts away uploaded files that nobody has gone on with, and what was wrong in them, and removes the bytes of all that are
 * done with. That there was such a file, and what came of it, stays.
 * @returns how many files were put away
 */
export async function forgetImports(ctx: Ctx): Promise<number> {
  const db = ctx.em.fork().getKysely();
  const now = ctx.clock.now();
  const old = new Date(now.getTime() - KEPT_DAYS * 86_400_000);
  const dropped = await sql`update import_file set state = 'dropped', changed_at = ${now}
    where state in ('receiving', 'received', 'checked', 'refused', 'broken') and changed_at < ${old}`.execute(
    db,
  );
  await sql`delete from import_piece p using import_file f
    where f.biller_id = p.biller_id and f.id = p.file_id and f.state in ('dropped', 'loaded')`.execute(db);
  await sql`delete from import_finding p using import_file f
    where f.biller_id = p.biller_id and f.id = p.file_id and f.state in ('dropped', 'loaded')`.execute(db);
  return Number(dropped.numAffectedRows ?? 0);
}
