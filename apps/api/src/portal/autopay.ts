import { Autopay } from '@kvitt/db/autopay/autopay.entity';
import type { LinkTarget } from '@kvitt/db/session/find-link';
import { findWording } from '@kvitt/domain/consent/find-wording';
import { type Enrolment, enroll } from '@kvitt/flows/autopay/enroll';
import { moveAutopay } from '@kvitt/flows/autopay/move-autopay';
import { skipOnce } from '@kvitt/flows/autopay/skip-once';
import { inTransaction } from '@kvitt/flows/kit/in-transaction';
import { z } from 'zod';
import { readForm } from '../kit/read-form.ts';
import { listBills, listCards, listPlanned } from './account-view.ts';
import type { AutopayStep } from './account-views.ts';
import { openRest } from './open-link.ts';
import { leadTo, showView, type Visit } from './visit.ts';

/** What the forms send: POST `/{token}/autopay`. */
const FORM = z.discriminatedUnion('act', [
  z.object({
    act: z.literal('on'),
    autopayId: z.uuid(),
    methodId: z.uuid(),
    /** Asked, never assumed: whether bills that are open now are charged too. */
    sweep: z.enum(['yes', 'no']),
    agree: z.literal('on'),
  }),
  z.object({ act: z.literal('skip'), invoiceId: z.uuid() }),
  z.object({ act: z.literal('off') }),
]);

/** The mandate: its words, what it will charge, and the ways to skip or end it. */
export async function showAutopay(visit: Visit): Promise<Response> {
  const opened = await openRest(visit, 'autopay');
  if (opened.kind === 'answered') return opened.response;
  return showStep(visit, opened.target, undefined);
}

/** Switches autopay on, skips one bill, or ends it. */
export async function autopay(visit: Visit): Promise<Response> {
  const opened = await openRest(visit, 'autopay');
  if (opened.kind === 'answered') return opened.response;
  const { target } = opened;
  const { billerId, accountId } = target.invoice;
  const form = FORM.safeParse(await readForm(visit.c));
  if (!form.success) return showStep(visit, target, 'not-agreed');
  const order = form.data;
  switch (order.act) {
    case 'on': {
      const answer = await inTransaction(visit.ctx, (tx) => enroll(tx, readEnrolment(visit, target, order)));
      if (answer.kind === 'refused') return showStep(visit, target, answer.refusal);
      return leadTo(visit, '/account?done=autopay-on');
    }
    case 'skip': {
      const { invoiceId } = order;
      await inTransaction(visit.ctx, (tx) => skipOnce(tx, { billerId, accountId, invoiceId }));
      return leadTo(visit, '/account?done=autopay-skipped');
    }
    case 'off':
      await inTransaction(visit.ctx, (tx) =>
        moveAutopay(tx, { billerId, accountId, to: 'off', by: 'customer' }),
      );
      return leadTo(visit, '/account?done=autopay-off');
  }
}

function readEnrolment(
  { ctx }: Visit,
  { invoice }: LinkTarget,
  order: { autopayId: string; methodId: string; sweep: 'yes' | 'no' },
): Enrolment {
  const { billerId, accountId } = invoice;
  return {
    billerId,
    accountId,
    autopayId: ctx.ids.derived(order.autopayId.toLowerCase(), accountId),
    methodId: order.methodId,
    sweepsOpen: order.sweep === 'yes',
    channel: 'web',
    actor: 'customer',
    evidence: { page: 'autopay' },
  };
}

async function showStep(
  visit: Visit,
  target: LinkTarget,
  problem: AutopayStep['problem'],
): Promise<Response> {
  const { ctx } = visit;
  const { billerId, accountId } = target.invoice;
  const mandate = await ctx.em.fork().findOne(Autopay, { billerId, accountId, state: { $ne: 'off' } });
  const cards = await listCards(ctx, target);
  const { open } = await listBills(ctx, target);
  const card = cards.find(({ methodId }) => methodId === mandate?.methodId);
  const { language } = target.customer;
  const said = findWording('autopay', { channel: 'web', language, brand: target.biller.name });
  const step: AutopayStep = {
    autopayId: ctx.ids.next(),
    state: mandate?.state ?? 'off',
    words: mandate?.wording ?? said?.words ?? '',
    cards,
    ...(card && { card }),
    open,
    next: await listPlanned(ctx, target),
    ...(problem && { problem }),
  };
  return showView(visit, { kind: 'autopay', autopay: step }, problem ? 422 : 200, target);
}
