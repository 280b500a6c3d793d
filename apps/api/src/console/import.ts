import { ImportFile } from '@kvitt/db/import/import-file.entity';
import { ImportFinding } from '@kvitt/db/import/import-finding.entity';
import { MANAGERS } from '@kvitt/domain/agent/role';
import { LARGEST_IMPORT_BYTES } from '@kvitt/domain/import/import-subject';
import { dropImport } from '@kvitt/flows/import/drop-import';
import type { InvoicePlan } from '@kvitt/flows/import/load-invoices';
import type { ImportOrdered } from '@kvitt/flows/import/lock-import';
import { lookAtFile } from '@kvitt/flows/import/look-at-file';
import { orderCheck } from '@kvitt/flows/import/order-check';
import { orderLoad } from '@kvitt/flows/import/order-load';
import type { CustomerPlan } from '@kvitt/flows/import/plan-customers';
import type { Ctx } from '@kvitt/flows/kit/context';
import { inTransaction } from '@kvitt/flows/kit/in-transaction';
import { z } from 'zod';
import { consoleRoom, forRoles, forRolesAtVendor, refuse } from '../kit/trpc-console.ts';

const HISTORY = 50;
const PAGE = 100;

const KEY = z.object({ fileId: z.uuid() });

/** Files of customers and bills: looking at one, saying how it is read, checking it, loading it, and what was loaded before. */
export const importRoom = consoleRoom({
  list: forRoles(MANAGERS).query(async ({ ctx: { em, agent } }) => {
    const files = await em.find(
      ImportFile,
      // What is still coming in may be cut off, and was never a file.
      { billerId: agent.billerId, sha256: { $ne: null } },
      { orderBy: { uploadedAt: 'desc', id: 'desc' }, limit: HISTORY },
    );
    return { largestBytes: LARGEST_IMPORT_BYTES, files: files.map(show) };
  }),

  open: forRoles(MANAGERS)
    .input(KEY)
    .query(async ({ ctx: { em, agent }, input: { fileId } }) => {
      const { billerId } = agent;
      const file = await em.findOne(ImportFile, { billerId, id: fileId });
      if (!file) return refuse('NO_SUCH_IMPORT');
      const same = await em.findOne(
        ImportFile,
        { billerId, kind: file.kind, sha256: file.sha256 ?? '', state: 'loaded', id: { $ne: fileId } },
        { orderBy: { changedAt: 'desc', id: 'desc' } },
      );
      const isOver = file.state === 'loaded' || file.state === 'dropped' || file.state === 'receiving';
      return {
        ...show(file),
        same: same && { name: same.name, at: same.changedAt.toISOString(), by: same.orderedBy ?? '' },
        look: isOver ? null : await lookAtFile(em, file),
      };
    }),

  /** What is wrong in a file, in its order. */
  findings: forRoles(MANAGERS)
    .input(KEY.extend({ from: z.int().min(0) }))
    .query(({ ctx: { em, agent }, input: { fileId, from } }) =>
      em.find(
        ImportFinding,
        { billerId: agent.billerId, fileId, at: { $gte: from } },
        { orderBy: { at: 'asc' }, limit: PAGE },
      ),
    ),

  check: forRolesAtVendor(MANAGERS)
    .input(
      KEY.extend({
        map: z.record(z.string(), z.unknown()),
        keepAs: z.string().trim().min(1).max(60).optional(),
        isConsent: z.boolean(),
        isLateConsent: z.boolean(),
      }),
    )
    .mutation(({ ctx: { unlimited, actor }, input }) =>
      order(unlimited, (tx) => orderCheck(tx, actor, input)),
    ),

  load: forRolesAtVendor(MANAGERS)
    .input(KEY)
    .mutation(({ ctx: { unlimited, actor }, input: { fileId } }) =>
      order(unlimited, (tx) => orderLoad(tx, actor, fileId)),
    ),

  drop: forRoles(MANAGERS)
    .input(KEY)
    .mutation(async ({ ctx: { tx, actor }, input: { fileId } }) =>
      answer(await dropImport(tx, actor, fileId)),
    ),
});

/** The queue's tables are not the console's role's: what is put there is put there as the server, which names the biller. */
async function order(
  unlimited: Ctx,
  act: (tx: Parameters<typeof orderLoad>[0]) => Promise<ImportOrdered>,
): Promise<ReturnType<typeof answer>> {
  return answer(await inTransaction(unlimited, act));
}

function answer(ordered: ImportOrdered) {
  if (ordered.kind === 'refused') return refuse(ordered.refusal);
  return ordered;
}

function show(file: ImportFile) {
  const { id, kind, name, bytes, sha256, state, readBytes, stage, rows, problems, plan } = file;
  return {
    ...{ id, kind, name, bytes, sha256: sha256 ?? null, state, readBytes, stage: stage ?? null },
    ...{ isConsent: file.isConsent, isLateConsent: file.isLateConsent, map: file.map ?? null },
    rows: rows ?? null,
    problems: problems ?? null,
    ignored: file.ignored ?? [],
    // Either of the two, as the kind says: a worker wrote it, and nothing else does.
    bills: kind === 'invoices' ? ((plan ?? null) as InvoicePlan | null) : null,
    customers: kind === 'customers' ? ((plan ?? null) as CustomerPlan | null) : null,
    uploadedBy: file.uploadedBy,
    uploadedAt: file.uploadedAt.toISOString(),
    orderedBy: file.orderedBy ?? null,
    changedAt: file.changedAt.toISOString(),
  };
}
