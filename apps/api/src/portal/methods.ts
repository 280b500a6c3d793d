import { Autopay } from '@kvitt/db/autopay/autopay.entity';
import { PaymentMethod } from '@kvitt/db/payment/payment-method.entity';
import type { LinkTarget } from '@kvitt/db/session/find-link';
import { inTransaction } from '@kvitt/flows/kit/in-transaction';
import { makeDefault } from '@kvitt/flows/method/make-default';
import { nameMethod } from '@kvitt/flows/method/name-method';
import { removeMethod } from '@kvitt/flows/method/remove-method';
import { z } from 'zod';
import { readForm } from '../kit/read-form.ts';
import { showMethod } from './account-view.ts';
import type { MethodsStep } from './account-views.ts';
import { openRest } from './open-link.ts';
import { leadTo, showView, type Visit } from './visit.ts';

/** What the forms send: POST `/{token}/methods`. */
const FORM = z.discriminatedUnion('act', [
  z.object({ act: z.literal('default'), methodId: z.uuid() }),
  z.object({ act: z.literal('name'), methodId: z.uuid(), nickname: z.string().max(200) }),
  z.object({ act: z.literal('remove'), methodId: z.uuid() }),
]);

const DONE = ['method-added', 'method-default', 'method-named', 'method-removed'] as const;

/** The account's ways to pay. */
export async function showMethods(visit: Visit): Promise<Response> {
  const opened = await openRest(visit, 'methods');
  if (opened.kind === 'answered') return opened.response;
  const done = DONE.find((one) => one === visit.c.req.query('done'));
  return showStep(visit, opened.target, done && { done });
}

/** Chooses the one that is charged, names one, or removes one. */
export async function changeMethods(visit: Visit): Promise<Response> {
  const opened = await openRest(visit, 'methods');
  if (opened.kind === 'answered') return opened.response;
  const { target } = opened;
  const form = FORM.safeParse(await readForm(visit.c));
  if (!form.success) return showStep(visit, target, { problem: 'not-found' });
  const problem = await change(visit, target, form.data);
  if (problem) return showStep(visit, target, { problem });
  const done = { default: 'method-default', name: 'method-named', remove: 'method-removed' };
  return leadTo(visit, `/methods?done=${done[form.data.act]}`);
}

function change(
  { ctx }: Visit,
  { invoice }: LinkTarget,
  order: z.infer<typeof FORM>,
): Promise<MethodsStep['problem']> {
  const { billerId, accountId } = invoice;
  const of = { billerId, accountId, methodId: order.methodId };
  return inTransaction(ctx, async (tx) => {
    const answer =
      order.act === 'default'
        ? await makeDefault(tx, of)
        : order.act === 'name'
          ? await nameMethod(tx, { ...of, nickname: order.nickname })
          : await removeMethod(tx, { ...of, by: 'customer' });
    return answer.kind === 'refused' ? answer.refusal : undefined;
  });
}

async function showStep(
  visit: Visit,
  target: LinkTarget,
  said: Pick<MethodsStep, 'done' | 'problem'> = {},
): Promise<Response> {
  const { billerId, accountId } = target.invoice;
  const em = visit.ctx.em.fork();
  const mandate = await em.findOne(Autopay, { billerId, accountId, state: { $ne: 'off' } });
  const methods = await em.find(
    PaymentMethod,
    { billerId, accountId, removedAt: null },
    { orderBy: { isDefault: 'desc', createdAt: 'desc' } },
  );
  const step: MethodsStep = {
    methods: methods.map((method) => ({
      ...showMethod(method),
      isClosed: method.closedAt != null,
      isAutopay: mandate?.methodId === method.id,
    })),
    ...said,
  };
  return showView(visit, { kind: 'methods', methods: step }, said.problem ? 422 : 200, target);
}
