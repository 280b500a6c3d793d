import { receiveNotice } from '@kvitt/flows/payment/receive-notice';
import type { Context } from 'hono';
import type { Deps } from '../kit/deps.ts';
import { readForm } from '../kit/read-form.ts';

/** A processor's notice: verified, kept once, read by a job. */
export async function braintreeNotice(c: Context, deps: Deps): Promise<Response> {
  const ctx = deps.context();
  const { bt_signature, bt_payload } = await readForm(c);
  if (typeof bt_signature !== 'string' || typeof bt_payload !== 'string') {
    return c.text('bt_signature and bt_payload are needed, once each', 400);
  }
  const news = await ctx.payments.parseWebhook(bt_signature, bt_payload);
  if (news.kind === 'forged') return c.text('the signature is not the processor’s', 403);
  if (news.kind === 'malformed') return c.text('the notice cannot be read', 400);
  await receiveNotice(ctx, news);
  return c.body(null, 200);
}

/** The processor's check that this address is ours, made once when it is entered in its control panel. */
export async function braintreeChallenge(c: Context, deps: Deps): Promise<Response> {
  const answer = await deps.context().payments.answerChallenge(c.req.query('bt_challenge') ?? '');
  return answer === undefined ? c.text('bt_challenge cannot be read', 400) : c.text(answer);
}
