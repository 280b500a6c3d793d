import { ImportFile } from '@kvitt/db/import/import-file.entity';
import { ImportFinding } from '@kvitt/db/import/import-finding.entity';
import { MANAGERS } from '@kvitt/domain/agent/role';
import { IMPORT_SUBJECTS, LARGEST_IMPORT_BYTES } from '@kvitt/domain/import/import-subject';
import { mendProblem } from '@kvitt/domain/import/mend-problem';
import { sayProblem } from '@kvitt/domain/import/say-problem';
import { receiveFile } from '@kvitt/flows/import/receive-file';
import type { Ctx } from '@kvitt/flows/kit/context';
import { inTransaction } from '@kvitt/flows/kit/in-transaction';
import { writeRows } from '@kvitt/flows/report/write-rows';
import type { Context } from 'hono';
import { z } from 'zod';
import { sendFile } from '../kit/send-file.ts';
import { limitToBiller, type SignedIn } from '../kit/session.ts';

/** Where files come in: here alone a body may be as large as a file, and it is counted as it comes. */
export const IMPORT_ADDRESS = /^\/console\/imports\/[a-z]+$/;

const LONGEST_NAME = 200;

/**
 * POST `/console/imports/{customers|invoices}?name=`: the bytes of a file, kept as they come. For managers and admins; who
 * asks is looked at before the first byte is read.
 */
export async function receiveImport(c: Context, unlimited: Ctx, agent: SignedIn): Promise<Response> {
  if (!MANAGERS.includes(agent.role)) return c.json({ refusal: 'FORBIDDEN' }, 403);
  const kind = IMPORT_SUBJECTS.find((one) => one === c.req.param('kind'));
  if (!kind) return c.json({ refusal: 'NO_SUCH_IMPORT' }, 404);
  if (Number(c.req.header('content-length') ?? 0) > LARGEST_IMPORT_BYTES) {
    return c.json({ refusal: 'FILE_TOO_LARGE' }, 413);
  }
  const { body } = c.req.raw;
  if (!body) return c.json({ refusal: 'FILE_EMPTY' }, 422);
  const { billerId, id, name: who } = agent;
  const name = (c.req.query('name') ?? '').slice(-LONGEST_NAME) || `${kind}.csv`;
  const file = { kind, name, chunks: body as unknown as AsyncIterable<Uint8Array> };
  const received = await receiveFile(limitToBiller(unlimited, billerId), { billerId, id, name: who }, file);
  if (received.kind === 'received') return c.json(received);
  return c.json({ refusal: received.refusal }, received.refusal === 'FILE_TOO_LARGE' ? 413 : 422);
}

/** GET `/console/imports/{id}/problems.csv?language=`: what is wrong in a file, in words, for whoever mends it. */
export async function sendFindings(c: Context, unlimited: Ctx, agent: SignedIn): Promise<Response> {
  if (!MANAGERS.includes(agent.role)) return c.json({ refusal: 'FORBIDDEN' }, 403);
  const { billerId } = agent;
  const id = z.uuid().safeParse(c.req.param('id'));
  const found =
    id.success &&
    (await inTransaction(limitToBiller(unlimited, billerId), async (tx) => {
      const file = await tx.em.findOne(ImportFile, { billerId, id: id.data });
      const key = { billerId, fileId: id.data };
      return file && { file, findings: await tx.em.find(ImportFinding, key, { orderBy: { at: 'asc' } }) };
    }));
  if (!found) return c.json({ refusal: 'NO_SUCH_IMPORT' }, 404);
  const language = c.req.query('language') === 'es' ? 'es' : 'en';
  const [line, column, value, wrong, mend] = HEADS[language];
  const rows = found.findings.map((one) => ({
    ...{ [line]: one.line, [column]: one.columnName ?? '', [value]: one.value },
    ...{ [wrong]: sayProblem(one.code, one.expected, language), [mend]: mendProblem(one.code, language) },
  }));
  async function* pages() {
    yield rows;
  }
  const base = found.file.name.replace(/\.[^.]*$/, '');
  return sendFile(c, {
    name: `${base}-${language === 'es' ? 'errores' : 'errors'}.csv`,
    type: 'text/csv',
    body: writeRows(HEADS[language], pages()),
  });
}

const HEADS: Record<'en' | 'es', readonly [string, string, string, string, string]> = {
  en: ['line', 'column', 'value', 'what is wrong', 'how to mend it'],
  es: ['línea', 'columna', 'valor', 'qué está mal', 'cómo corregirlo'],
};
