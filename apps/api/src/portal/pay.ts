import { payOnPage } from '@kvitt/flows/payment/pay-on-page';
import { z } from 'zod';
import { readForm } from '../kit/read-form.ts';
import { payStep } from './show-pay-step.ts';
import { leadTo, openLink, showView, type Visit } from './visit.ts';

/** What the pay step's form sends: POST `/{token}/pay`, url-encoded. */
const FORM = z.object({
  /** Names this try; made when the page was made. */
  paymentId: z.uuid(),
  /** From the card fields: a one-time reference to the card, never its number. */
  nonce: z.string().min(1).max(500),
  /** The minor units that the page showed: refused where that is no longer what is due. */
  statedMinor: z
    .string()
    .regex(/^[1-9]\d{0,11}$/)
    .transform(Number),
  keepCard: z.literal('on').optional(),
});

/**
 * Pays the bill with the card that was entered. Answered with a redirect to the payment's own page, so that going back
 * or reloading asks for nothing again.
 */
export async function pay(visit: Visit): Promise<Response> {
  const { c, token, limits } = visit;
  const opened = await openLink(visit);
  if (opened.kind === 'answered') return opened.response;
  const { target } = opened;
  const wait = await limits.countTry(token);
  if (wait !== undefined) {
    c.header('Retry-After', String(wait));
    return showView(visit, { kind: 'slow-down', retryAfterSeconds: wait }, 429, target);
  }
  const form = FORM.safeParse(await readForm(c));
  if (!form.success) return payStep(visit, target, { kind: 'not-ready' }, 422);

  const { paymentId: tryId, nonce, statedMinor, keepCard } = form.data;
  const order = { tryId, nonce, statedMinor, keepCard: keepCard === 'on' };
  const answer = await payOnPage(visit.ctx, target, order);
  if (answer.kind === 'refused') {
    if (answer.refusal === 'amount-changed') {
      return payStep(visit, target, { kind: 'amount-changed' }, 409);
    }
    return leadTo(visit, '');
  }
  return leadTo(visit, `/payments/${answer.paymentId}`);
}
