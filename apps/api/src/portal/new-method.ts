import type { LinkTarget } from '@kvitt/db/session/find-link';
import { findWording, type SaidWording } from '@kvitt/domain/consent/find-wording';
import { addMethod } from '@kvitt/flows/method/add-method';
import { z } from 'zod';
import { readForm } from '../kit/read-form.ts';
import type { NewMethodStep } from './new-method-view.ts';
import { openRest } from './open-link.ts';
import { setUpFields } from './set-up-fields.ts';
import { leadTo, showView, type Visit } from './visit.ts';

/** What the form sends: POST `/{token}/methods/new`. */
const FORM = z.object({
  kind: z.enum(['card', 'bank']),
  tryId: z.uuid(),
  /** From the processor's fields: a one-time reference, never a number. */
  nonce: z.string().min(1).max(500),
  /** With a bank account: the words that were shown, and the tick. */
  wordingKey: z.string().max(60).optional(),
  agree: z.literal('on').optional(),
});

/** Where a card or a bank account is added without paying. */
export async function showNewMethod(visit: Visit): Promise<Response> {
  const opened = await openRest(visit, 'methods/new');
  if (opened.kind === 'answered') return opened.response;
  return showStep(visit, opened.target, visit.c.req.query('kind') === 'bank' ? 'bank' : 'card');
}

/** Keeps what was entered; it becomes the one that is charged, since its holder has proved who they are. */
export async function addNewMethod(visit: Visit): Promise<Response> {
  const opened = await openRest(visit, 'methods/new');
  if (opened.kind === 'answered') return opened.response;
  const { c, ctx, limits } = visit;
  const { target } = opened;
  const wait = await limits.countTry(visit.token);
  if (wait !== undefined) {
    c.header('Retry-After', String(wait));
    return showView(visit, { kind: 'slow-down', retryAfterSeconds: wait }, 429, target);
  }
  const form = FORM.safeParse(await readForm(c));
  if (!form.success) return showStep(visit, target, 'card', 'not-ready');
  const { kind, tryId, nonce, wordingKey, agree } = form.data;
  if (kind === 'bank' && (agree !== 'on' || !takesBank(visit, target))) {
    return showStep(visit, target, kind, 'not-agreed');
  }
  const { billerId, accountId } = target.invoice;
  const answer = await addMethod(ctx, {
    billerId,
    accountId,
    tryId,
    nonce,
    takesOver: true,
    ...(kind === 'bank' && {
      mandate: {
        wordingKey: wordingKey ?? '',
        channel: 'web',
        actor: 'customer',
        evidence: { page: 'methods/new' },
      },
    }),
  });
  if (answer.kind === 'refused') return showStep(visit, target, kind, answer.refusal);
  return leadTo(visit, '/methods?done=method-added');
}

async function showStep(
  visit: Visit,
  target: LinkTarget,
  wanted: NewMethodStep['kind'],
  problem?: NewMethodStep['problem'],
): Promise<Response> {
  const hasBank = takesBank(visit, target);
  const kind = hasBank ? wanted : 'card';
  const fields = await setUpFields(visit, target, { isPaying: false });
  const said = kind === 'bank' ? bankWords(target) : undefined;
  const { firstName, lastName } = target.customer;
  const step: NewMethodStep = {
    kind,
    tryId: visit.ctx.ids.next(),
    hasBank,
    owner: { firstName, lastName },
    fields: fields ?? { mode: 'vendor', authorization: '' },
    ...(said && { words: said.words, wordingKey: said.wordingKey }),
    ...(problem && { problem }),
  };
  const status = fields ? (problem ? 422 : 200) : 502;
  return showView(visit, { kind: 'new-method', step }, status, target);
}

/** Bank accounts of the United States, where the merchant account takes them. */
function takesBank({ deps }: Visit, { invoice }: LinkTarget): boolean {
  return deps.merchant?.takesBankAccounts === true && invoice.currency === 'USD';
}

function bankWords({ customer, biller }: LinkTarget): SaidWording | undefined {
  const { language } = customer;
  return findWording('bank-debit', { channel: 'web', language, brand: biller.name });
}
