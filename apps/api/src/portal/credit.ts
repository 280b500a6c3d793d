import { Credit } from '@kvitt/db/credit/credit.entity';
import { askMoneyBack } from '@kvitt/flows/credit/ask-money-back';
import { decideOverpayment } from '@kvitt/flows/credit/decide-overpayment';
import { inTransaction } from '@kvitt/flows/kit/in-transaction';
import { z } from 'zod';
import { readForm } from '../kit/read-form.ts';
import { openRest } from './open-link.ts';
import { leadTo, type Visit } from './visit.ts';

/** What the form sends: POST `/{token}/credit`. */
const FORM = z.object({ act: z.enum(['keep', 'back']), creditId: z.uuid() });

/** The button's own words are the consent that is kept with it. */
const CONSENT = 'chosen on the page';

/** What becomes of money that was paid beyond what was due: it stays as a credit, or goes back, as its owner says. */
export async function credit(visit: Visit): Promise<Response> {
  const opened = await openRest(visit, 'account');
  if (opened.kind === 'answered') return opened.response;
  const { billerId, accountId } = opened.target.invoice;
  const form = FORM.safeParse(await readForm(visit.c));
  if (!form.success) return leadTo(visit, '/account');
  const { act, creditId } = form.data;
  const answer = await inTransaction(visit.ctx, async (tx) => {
    if (act === 'back') return askMoneyBack(tx, { billerId, accountId, creditId });
    // Of another account it is none.
    if (!(await tx.em.findOne(Credit, { billerId, accountId, id: creditId }))) return undefined;
    const kept = { billerId, creditId, as: 'kept' as const, by: 'customer', consent: CONSENT };
    return decideOverpayment(tx, kept);
  });
  // Sent twice, or decided meanwhile: the page says how it stands.
  if (!answer || answer.kind === 'refused') return leadTo(visit, '/account');
  return leadTo(visit, act === 'keep' ? '/account?done=credit-kept' : '/account?done=credit-back');
}
