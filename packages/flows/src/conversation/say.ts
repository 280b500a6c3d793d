import type { Saying } from '@kvitt/domain/conversation/dialog-effects';
import type { TxCtx } from '../kit/context.ts';
import { loadWriter } from '../message/load-writer.ts';
import type { Answering } from './answering.ts';
import { renderSaying } from './render-saying.ts';
import { reply } from './reply.ts';

/** The law presumes a STOP confirmation within five minutes to be fine (47 CFR 64.1200(a)(12)); a later one is not sent. */
const CONFIRM_STOP_WITHIN_MS = 300_000;

/** Says something in answer to a text: renders it in the customer's language and queues it as a reply. */
export async function say(tx: TxCtx, answering: Answering, what: Saying): Promise<void> {
  const isStop = what.kind === 'stop-confirmed';
  const { billerId, createdAt } = answering.text;
  const write = await loadWriter(tx, billerId);
  await reply(tx, answering, {
    ...renderSaying({ write, dialog: answering.dialog, publicUrl: tx.publicUrl }, what),
    ...(isStop && { sendBefore: new Date(createdAt.getTime() + CONFIRM_STOP_WITHIN_MS) }),
  });
}
