import { AccountPhone } from '@kvitt/db/customer/account-phone.entity';
import { Phone } from '@kvitt/db/customer/phone.entity';
import { Invoice } from '@kvitt/db/invoice/invoice.entity';
import type { LinkTarget } from '@kvitt/db/session/find-link';
import { PayerInvite } from '@kvitt/db/session/payer-invite.entity';
import { PortalLink } from '@kvitt/db/session/portal-link.entity';
import { localDate } from '@kvitt/domain/time/local-date';
import { inTransaction } from '@kvitt/flows/kit/in-transaction';
import { endInvite } from '@kvitt/flows/session/end-invite';
import { invitePayer } from '@kvitt/flows/session/invite-payer';
import { textPayer } from '@kvitt/flows/session/text-payer';
import { z } from 'zod';
import { readForm } from '../kit/read-form.ts';
import { billView } from './bill-view.ts';
import { openRest } from './open-link.ts';
import type { PayersStep } from './own-views.ts';
import { chooseLanguage, leadTo, showView, type Visit } from './visit.ts';

/** What the forms send: POST `/{token}/payers`. */
const FORM = z.union([
  z.object({ act: z.literal('invite'), inviteId: z.uuid(), forWhom: z.string().max(40).default('') }),
  z.object({ act: z.literal('end'), inviteId: z.uuid() }),
  z.object({ act: z.literal('text'), phoneId: z.uuid() }),
]);

/** Who else was asked to pay, and where another link is made. */
export async function showPayers(visit: Visit): Promise<Response> {
  const opened = await openRest(visit, 'payers');
  if (opened.kind === 'answered') return opened.response;
  const done = (['ended', 'texted'] as const).find((one) => one === visit.c.req.query('done'));
  return showStep(visit, opened.target, done ? { done } : {});
}

/** Makes a link for somebody else, which is shown in the answer and nowhere again; or takes one back. */
export async function changePayers(visit: Visit): Promise<Response> {
  const opened = await openRest(visit, 'payers');
  if (opened.kind === 'answered') return opened.response;
  const { target } = opened;
  const { billerId, accountId, id: invoiceId } = target.invoice;
  const form = FORM.safeParse(await readForm(visit.c));
  if (!form.success) return leadTo(visit, '/payers');
  const order = form.data;
  if (order.act === 'end') {
    const { inviteId } = order;
    await inTransaction(visit.ctx, (tx) => endInvite(tx, { billerId, accountId, inviteId }));
    return leadTo(visit, '/payers?done=ended');
  }
  if (order.act === 'text') {
    const language = chooseLanguage(visit.c, target.customer.language);
    const { invoice } = target;
    const texted = await inTransaction(visit.ctx, (tx) => textPayer(tx, { invoice, ...order, language }));
    if (texted.kind === 'refused') return showStep(visit, target, { problem: 'cannot-text' });
    return leadTo(visit, '/payers?done=texted');
  }
  const inviteId = visit.ctx.ids.derived(order.inviteId.toLowerCase(), accountId);
  const { forWhom } = order;
  const answer = await inTransaction(visit.ctx, (tx) =>
    invitePayer(tx, { billerId, accountId, invoiceId, inviteId, forWhom }),
  );
  if (answer.kind === 'invited-before') return leadTo(visit, '/payers');
  if (answer.kind === 'refused') return showStep(visit, target, { problem: 'too-many' });
  return showStep(visit, target, { made: answer.url });
}

async function showStep(
  visit: Visit,
  target: LinkTarget,
  said: Pick<PayersStep, 'made' | 'done' | 'problem'>,
): Promise<Response> {
  const { ctx } = visit;
  const { timeZone } = target.customer;
  const bill = await billView(ctx, target, localDate(ctx.clock.now(), timeZone));
  const step: PayersStep = {
    inviteId: ctx.ids.next(),
    number: bill.number,
    amountDue: bill.amountDue,
    invites: await listInvites(visit, target),
    phones: await listOtherPhones(visit, target),
    ...said,
  };
  return showView(visit, { kind: 'payers', payers: step }, said.problem ? 422 : 200, target);
}

/** Phones that serve the account beside the one that is texted anyway. */
async function listOtherPhones({ ctx }: Visit, { account }: LinkTarget): Promise<PayersStep['phones']> {
  const em = ctx.em.fork();
  const { billerId, id: accountId } = account;
  const order = { orderBy: { since: 'asc' as const, phoneId: 'asc' as const } };
  const others = await em.find(AccountPhone, { billerId, accountId, role: 'other' }, order);
  const phones = await em.find(Phone, { billerId, id: { $in: others.map(({ phoneId }) => phoneId) } });
  const tailOf = (id: string) => phones.find((phone) => phone.id === id)?.e164.slice(-2) ?? '';
  return others.map(({ phoneId }) => ({ phoneId, tail: tailOf(phoneId) }));
}

/** Those whose links still open something, the latest first. */
async function listInvites(
  { ctx }: Visit,
  { account, customer }: LinkTarget,
): Promise<PayersStep['invites']> {
  const em = ctx.em.fork();
  const { billerId, id: accountId } = account;
  const invites = await em.find(
    PayerInvite,
    { billerId, accountId, endedAt: null },
    { orderBy: { madeAt: 'desc', id: 'desc' }, limit: 20 },
  );
  const shown: PayersStep['invites'][number][] = [];
  for (const { id: inviteId, linkId, invoiceId, forWhom, madeAt } of invites) {
    const link = await em.findOne(PortalLink, { billerId, id: linkId });
    const bill = await em.findOne(Invoice, { billerId, id: invoiceId });
    if (!link || !bill || link.revokedAt || link.expiresAt <= ctx.clock.now()) continue;
    const on = (at: Date) => localDate(at, customer.timeZone);
    shown.push({ inviteId, forWhom, number: bill.number, madeOn: on(madeAt), endsOn: on(link.expiresAt) });
  }
  return shown;
}
