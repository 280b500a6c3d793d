import { receiveReport } from '@kvitt/flows/message/receive-report';
import type { Context } from 'hono';
import type { Deps } from '../kit/deps.ts';
import { readForm } from '../kit/read-form.ts';
import { readWebhook } from './read-webhook.ts';

/** A carrier's report about one text: kept once, applied by a job, whatever order reports come in. */
export async function plivoStatus(c: Context, deps: Deps): Promise<Response> {
  const ctx = deps.context();
  const params = await readForm(c);
  const answer = ctx.sms.readReport(readWebhook(c, deps, params));
  if (answer.kind === 'forged') return c.text('the signature is not the carrier’s', 403);
  if (answer.kind === 'malformed') return c.text(`the field ${answer.field} cannot be read`, 400);
  const from = `+${String(params.From).replace(/^\+/, '')}`;
  await receiveReport(ctx, from, answer.value);
  return c.body(null, 200);
}
