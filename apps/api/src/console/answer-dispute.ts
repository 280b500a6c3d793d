import { Dispute } from '@kvitt/db/dispute/dispute.entity';
import { MANAGERS } from '@kvitt/domain/agent/role';
import { noteAct } from '@kvitt/flows/agent/note-act';
import { answerDispute as answer } from '@kvitt/flows/dispute/answer-dispute';
import { gatherEvidence } from '@kvitt/flows/dispute/gather-evidence';
import { layOutEvidence } from '@kvitt/flows/dispute/lay-out-evidence';
import type { Ctx } from '@kvitt/flows/kit/context';
import { inTransaction } from '@kvitt/flows/kit/in-transaction';
import { writeRecordPdf } from '@kvitt/pdf/write-record-pdf';
import type { Context } from 'hono';
import { limitToBiller, type SignedIn } from '../kit/session.ts';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/**
 * POST `/console/disputes/{id}/submit` sends the evidence and its paper to the bank, `/accept` gives in. For managers and
 * admins; neither can be taken back. The processor is asked outside of any transaction.
 */
export async function answerDispute(c: Context, ctx: Ctx, agent: SignedIn): Promise<Response> {
  if (!MANAGERS.includes(agent.role)) return c.json({ refusal: 'FORBIDDEN' }, 403);
  const { id = '', act } = c.req.param() as { id?: string; act?: string };
  const { billerId, name } = agent;
  const isKnown = act === 'submit' || act === 'accept';
  const dispute =
    isKnown && UUID.test(id)
      ? await inTransaction(limitToBiller(ctx, billerId), (tx) => tx.em.findOne(Dispute, { billerId, id }))
      : null;
  if (!dispute) return c.json({ refusal: 'NO_SUCH_DISPUTE' }, 404);
  const key = { billerId, disputeId: id };
  const evidence = act === 'submit' ? await pack(ctx, key) : undefined;
  const answered = await answer(ctx, { ...key, by: name, ...(evidence && { evidence }) });
  if (answered.kind === 'refused') return c.json({ refusal: answered.refusal }, 409);
  if (answered.kind === 'unknown') return c.json({ refusal: 'UNKNOWN', reason: answered.reason }, 502);
  await inTransaction(limitToBiller(ctx, billerId), (tx) =>
    noteAct(tx, { billerId, id: agent.id, name }, `dispute.${act}`, { subject: 'dispute', subjectId: id }),
  );
  return c.json(answered);
}

async function pack(
  ctx: Ctx,
  key: { billerId: string; disputeId: string },
): Promise<Parameters<typeof answer>[1]['evidence']> {
  const gathered = await gatherEvidence({ em: ctx.em.fork() }, key);
  const bytes = await writeRecordPdf(layOutEvidence(gathered), ctx.clock.now());
  return { texts: gathered.statements, document: { name: 'evidence.pdf', bytes } };
}
