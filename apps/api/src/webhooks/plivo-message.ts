import { receiveText } from '@kvitt/flows/conversation/receive-text';
import type { Context } from 'hono';
import type { Deps } from '../kit/deps.ts';
import { readForm } from '../kit/read-form.ts';
import { readWebhook } from './read-webhook.ts';

/**
 * An inbound text. Answered as soon as its row, its STOP and its job are committed, well inside the carrier's 8 s; the
 * answer to the customer goes out as a text of its own.
 */
export async function plivoMessage(c: Context, deps: Deps): Promise<Response> {
  const ctx = deps.context();
  const request = readWebhook(c, deps, await readForm(c));
  const answer = ctx.sms.readInbound(request);
  if (answer.kind === 'forged') return c.text('the signature is not the carrier’s', 403);
  if (answer.kind === 'malformed') return c.text(`the field ${answer.field} cannot be read`, 400);
  const received = await receiveText(ctx, answer.value);
  // For a number that is not ours there is nothing to try again, so the carrier is told that all is well.
  if (received.kind === 'unknown-number') deps.log.warn({}, 'a text to a number that is not ours');
  return c.body(null, 200);
}
