import type { LinkTarget } from '@kvitt/db/session/find-link';
import { moveDueDate, readDueDays } from '@kvitt/flows/invoice/move-due-date';
import { inTransaction } from '@kvitt/flows/kit/in-transaction';
import { z } from 'zod';
import { readForm } from '../kit/read-form.ts';
import type { DueDateStep } from './account-views.ts';
import { openRest } from './open-link.ts';
import { leadTo, showView, type Visit } from './visit.ts';

/** What the form sends: POST `/{token}/due-date`. */
const FORM = z.object({ moveId: z.uuid(), day: z.iso.date() });

/** Where a customer chooses another due date; leads to a promise where the biller does not let them. */
export async function showDueDate(visit: Visit): Promise<Response> {
  const opened = await openRest(visit, 'due-date');
  if (opened.kind === 'answered') return opened.response;
  return askForDate(visit, opened.target, false);
}

/** Moves the due date, or asks for a day that will do. */
export async function dueDate(visit: Visit): Promise<Response> {
  const opened = await openRest(visit, 'due-date');
  if (opened.kind === 'answered') return opened.response;
  const { target } = opened;
  const { billerId, id: invoiceId } = target.invoice;
  const form = FORM.safeParse(await readForm(visit.c));
  if (!form.success) return askForDate(visit, target, true);
  const { moveId, day: toOn } = form.data;
  const { ctx } = visit;
  const answer = await inTransaction(ctx, (tx) =>
    moveDueDate(tx, {
      billerId,
      invoiceId,
      moveId: ctx.ids.derived(moveId.toLowerCase(), invoiceId),
      toOn,
      by: 'customer',
    }),
  );
  if (answer.kind === 'refused') return askForDate(visit, target, true);
  return leadTo(visit, '/account?done=due-date');
}

async function askForDate(visit: Visit, target: LinkTarget, isProblem: boolean): Promise<Response> {
  const days = await readDueDays(visit.ctx, target.invoice);
  if (days.kind === 'refused') return leadTo(visit, '/promise');
  const step: DueDateStep = {
    moveId: visit.ctx.ids.next(),
    number: target.invoice.number,
    dueOn: target.invoice.dueOn,
    earliest: days.earliest,
    latest: days.latest,
    isProblem,
  };
  return showView(visit, { kind: 'due-date', due: step }, isProblem ? 422 : 200, target);
}
