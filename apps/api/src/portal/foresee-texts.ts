import { Message } from '@kvitt/db/message/message.entity';
import type { LinkTarget } from '@kvitt/db/session/find-link';
import { addDays } from '@kvitt/domain/time/add-days';
import { localDate } from '@kvitt/domain/time/local-date';
import type { Ctx } from '@kvitt/flows/kit/context';
import { foreseeReminders } from '@kvitt/flows/reminder/foresee-reminders';
import { listBills } from './account-view.ts';
import { foreseeAgreed } from './foresee-agreed.ts';
import type { Coming } from './preference-view.ts';

/** How far ahead the page says what will be texted. */
const AHEAD_DAYS = 31;

/** Bills whose reminders are looked at; more are rare, and each costs a question. */
const BILLS = 5;

/**
 * What will be texted in the weeks to come if nothing changes, soonest first: reminders as planning foresees them, what the
 * customer has agreed to, and texts that wait for an hour at which they may go.
 */
export async function foreseeTexts(ctx: Ctx, target: LinkTarget): Promise<Coming[]> {
  const { timeZone } = target.customer;
  const today = localDate(ctx.clock.now(), timeZone);
  const last = addDays(today, AHEAD_DAYS);
  const { open } = await listBills(ctx, target);
  const coming: Coming[] = [];
  for (const { number } of open.slice(0, BILLS)) {
    const foreseen = await foreseeReminders(ctx, { billerId: target.biller.id, number });
    for (const { day, plan } of foreseen?.steps ?? []) {
      if (plan.kind === 'send') coming.push({ kind: 'reminder', on: day, number });
    }
  }
  const bills = new Map(open.map(({ invoiceId, number }) => [invoiceId, number]));
  coming.push(...(await foreseeAgreed(ctx, target, { numbers: bills, today })));
  for (const { sendAt, deferredUntil, invoiceId } of await listWaiting(ctx, target)) {
    const at = deferredUntil && deferredUntil > sendAt ? deferredUntil : sendAt;
    const number = bills.get(invoiceId ?? '');
    // The phone may serve other accounts too: only what names a bill of this one is said here.
    if (number !== undefined) coming.push({ kind: 'waiting', on: localDate(at, timeZone), number });
  }
  return coming
    .filter(({ on }) => on >= today && on <= last)
    .sort((a, b) => a.on.localeCompare(b.on) || a.number.localeCompare(b.number));
}

async function listWaiting(ctx: Ctx, { biller, phone }: LinkTarget): Promise<Message[]> {
  if (!phone) return [];
  return ctx.em
    .fork()
    .find(
      Message,
      { billerId: biller.id, phoneId: phone.id, direction: 'out', state: 'queued' },
      { orderBy: { sendAt: 'asc', id: 'asc' }, limit: 20 },
    );
}
