import { AccountPhone } from '@kvitt/db/customer/account-phone.entity';
import { Phone } from '@kvitt/db/customer/phone.entity';
import { PhoneMove } from '@kvitt/db/customer/phone-move.entity';
import type { LinkTarget } from '@kvitt/db/session/find-link';
import { findSession } from '@kvitt/db/session/find-session';
import { findWording } from '@kvitt/domain/consent/find-wording';
import type { ProofWay } from '@kvitt/domain/session/step-up-ways';
import { askToMove, COOLING_HOURS } from '@kvitt/flows/customer/ask-to-move';
import { callOffMove } from '@kvitt/flows/customer/call-off-move';
import { askToJoin, JOIN_WORDING, type JoinRefusal } from '@kvitt/flows/enrollment/ask-to-join';
import { confirmJoin } from '@kvitt/flows/enrollment/confirm-join';
import { inTransaction } from '@kvitt/flows/kit/in-transaction';
import { z } from 'zod';
import { readForm } from '../kit/read-form.ts';
import { readBrowser } from './browser-cookie.ts';
import { openRest } from './open-link.ts';
import type { PhonesStep } from './own-views.ts';
import { chooseLanguage, leadTo, showView, type Visit } from './visit.ts';
import { witness } from './witness.ts';

/** What the forms send: POST `/{token}/phones`. */
const FORM = z.union([
  z.object({ act: z.literal('add'), phone: z.string().trim().min(1).max(40), agree: z.literal('on') }),
  z.object({
    act: z.literal('code'),
    joinId: z.uuid(),
    phoneTail: z.string().regex(/^\d{2}$/),
    code: z.string().max(20),
  }),
  z.object({ act: z.literal('move'), phoneId: z.uuid() }),
  z.object({ act: z.literal('call-off') }),
]);

type Order = z.infer<typeof FORM>;
type Said = Pick<PhonesStep, 'code' | 'done' | 'problem'>;

/** Which phones are texted about the account. */
export async function showPhones(visit: Visit): Promise<Response> {
  const opened = await openRest(visit, 'phones');
  if (opened.kind === 'answered') return opened.response;
  const done = (['added', 'asked', 'called-off'] as const).find((one) => one === visit.c.req.query('done'));
  return showStep(visit, opened.target, done ? { done } : {});
}

/** Adds a number by a code that is texted to it, has the texts go there after a while, or leaves them where they are. */
export async function changePhones(visit: Visit): Promise<Response> {
  const opened = await openRest(visit, 'phones');
  if (opened.kind === 'answered') return opened.response;
  const { target } = opened;
  const form = FORM.safeParse(await readForm(visit.c));
  if (!form.success) return showStep(visit, target, { problem: 'not-agreed' });
  const order = form.data;
  const { billerId, id: accountId } = target.account;
  switch (order.act) {
    case 'add':
      return addNumber(visit, target, order);
    case 'code':
      return takeCode(visit, target, order);
    case 'move': {
      const way = await findWay(visit, target);
      const { phoneId: toPhoneId } = order;
      const answer = await inTransaction(visit.ctx, (tx) =>
        askToMove(tx, { billerId, accountId, toPhoneId, way }),
      );
      if (answer.kind === 'refused') return showStep(visit, target, { problem: 'not-ours' });
      return leadTo(visit, '/phones?done=asked');
    }
    case 'call-off':
      await inTransaction(visit.ctx, (tx) => callOffMove(tx, { billerId, accountId }));
      return leadTo(visit, '/phones?done=called-off');
  }
}

async function addNumber(
  visit: Visit,
  target: LinkTarget,
  { phone }: Extract<Order, { act: 'add' }>,
): Promise<Response> {
  const { billerId, id: accountId, number: accountNumber } = target.account;
  const wait = await visit.limits.countProof(visit.c);
  if (wait !== undefined) return showStep(visit, target, { problem: 'too-often' });
  const evidence = { page: 'phones', ...witness(visit) };
  const answer = await inTransaction(visit.ctx, (tx) =>
    askToJoin(tx, { billerId, accountId, phone, accountNumber, postalCode: '', source: 'page', evidence }),
  );
  if (answer.kind === 'refused') return showStep(visit, target, { problem: PROBLEMS[answer.refusal] });
  const { joinId, phoneTail, waitsUntil } = answer;
  const waits = waitsUntil && { waitsUntilIso: waitsUntil.toISOString() };
  return showStep(visit, target, { code: { joinId, phoneTail, ...waits } });
}

const PROBLEMS: Record<JoinRefusal, NonNullable<PhonesStep['problem']>> = {
  NOT_A_PHONE: 'not-a-phone',
  NOT_A_MOBILE: 'not-a-mobile',
  NO_MATCH: 'not-ours',
  JOINED_ALREADY: 'joined-already',
  STOPPED: 'stopped',
  ASKED_ALREADY: 'asked-already',
  TOO_OFTEN: 'too-often',
};

async function takeCode(
  visit: Visit,
  target: LinkTarget,
  { joinId, phoneTail, code }: Extract<Order, { act: 'code' }>,
): Promise<Response> {
  const { billerId } = target.account;
  const answer = await inTransaction(visit.ctx, (tx) => confirmJoin(tx, { billerId, joinId, code }));
  if (answer.kind === 'joined') return leadTo(visit, '/phones?done=added');
  if (answer.refusal === 'OVER') return showStep(visit, target, { problem: 'over' });
  return showStep(visit, target, { code: { joinId, phoneTail, triesLeft: answer.triesLeft } });
}

/** How this browser has proved whose the account is: what weighs less makes the old phone's time longer. */
async function findWay({ c, ctx }: Visit, { invoice }: LinkTarget): Promise<ProofWay> {
  const browserToken = readBrowser(c) ?? '';
  const session = await findSession(ctx.em, { ...invoice, browserToken }, ctx.clock.now());
  return session?.way ?? 'postal-code';
}

async function showStep(visit: Visit, target: LinkTarget, said: Said): Promise<Response> {
  const { c, ctx } = visit;
  const { billerId, id: accountId } = target.account;
  const em = ctx.em.fork();
  const served = await em.find(AccountPhone, { billerId, accountId }, { orderBy: { since: 'asc' } });
  const phones = await em.find(Phone, { billerId, id: { $in: served.map(({ phoneId }) => phoneId) } });
  const tailOf = (id: string) => phones.find((one) => one.id === id)?.e164.slice(-2) ?? '';
  const move = await em.findOne(PhoneMove, { billerId, accountId, endedAt: null });
  const language = chooseLanguage(c, target.customer.language);
  const wording = findWording(JOIN_WORDING, { channel: 'web', language, brand: target.biller.name });
  const step: PhonesStep = {
    phones: served.map(({ phoneId, role }) => ({
      phoneId,
      tail: tailOf(phoneId),
      isTexted: role === 'primary',
    })),
    words: wording?.words ?? '',
    ...(move && { move: { tail: tailOf(move.toPhoneId), atIso: move.moveAt.toISOString() } }),
    coolingHours: COOLING_HOURS[await findWay(visit, target)],
    ...said,
  };
  const isWrong = said.problem !== undefined || said.code?.triesLeft !== undefined;
  return showView(visit, { kind: 'phones', phones: step }, isWrong ? 422 : 200, target);
}
