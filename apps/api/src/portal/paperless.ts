import { findStanding } from '@kvitt/db/consent/find-standing';
import { listCredits } from '@kvitt/db/credit/list-credits';
import { AccountPhone } from '@kvitt/db/customer/account-phone.entity';
import { loadMoneyRules } from '@kvitt/db/payment/load-money-rules';
import type { LinkTarget } from '@kvitt/db/session/find-link';
import { findWording } from '@kvitt/domain/consent/find-wording';
import { money } from '@kvitt/domain/money/money';
import { addDays } from '@kvitt/domain/time/add-days';
import { localDate } from '@kvitt/domain/time/local-date';
import { agreePaperless, PAPERLESS_KEY } from '@kvitt/flows/consent/agree-paperless';
import { endPaperless } from '@kvitt/flows/consent/end-paperless';
import { sampleCode } from '@kvitt/flows/consent/sample-code';
import { inTransaction } from '@kvitt/flows/kit/in-transaction';
import { writeSamplePdf } from '@kvitt/pdf/write-sample-pdf';
import { z } from 'zod';
import { readForm } from '../kit/read-form.ts';
import { sendPdf } from '../kit/send-pdf.ts';
import { listCreditLines } from './list-credit-lines.ts';
import { openRest } from './open-link.ts';
import type { PaperlessStep } from './own-views.ts';
import { chooseLanguage, leadTo, showView, type Visit } from './visit.ts';
import { witness } from './witness.ts';

/** What the forms send: POST `/{token}/paperless`. */
const FORM = z.union([
  z.object({
    act: z.literal('on'),
    wordingKey: z.string().max(40),
    code: z.string().max(20),
    agree: z.literal('on'),
  }),
  z.object({ act: z.literal('off') }),
]);

/** What is told about bills without paper, and how they are agreed to or given up. */
export async function showPaperless(visit: Visit): Promise<Response> {
  const opened = await openRest(visit, 'paperless');
  if (opened.kind === 'answered') return opened.response;
  return showStep(visit, opened.target, undefined);
}

/** Takes the agreement, or brings paper back. */
export async function paperless(visit: Visit): Promise<Response> {
  const opened = await openRest(visit, 'paperless');
  if (opened.kind === 'answered') return opened.response;
  const { target } = opened;
  const { phone, account, biller } = target;
  const form = FORM.safeParse(await readForm(visit.c));
  if (!form.success) return showStep(visit, target, 'not-agreed');
  if (!phone) return showStep(visit, target, 'no-phone');
  const { billerId, id: accountId } = account;
  const order = form.data;
  if (order.act === 'off') {
    await inTransaction(visit.ctx, async (tx) => {
      const served = await tx.em.find(AccountPhone, { billerId, phoneId: phone.id });
      const accountIds = served.map((one) => one.accountId);
      const how = { channel: 'web', wording: 'paper again' } as const;
      await endPaperless(tx, { billerId, phoneId: phone.id, accountIds, ...how });
    });
    return leadTo(visit, '/paperless?done=off');
  }
  const { wordingKey, code } = order;
  const language = chooseLanguage(visit.c, target.customer.language);
  const who = { billerId, accountId, phoneId: phone.id, brand: biller.name, language };
  const answer = await inTransaction(visit.ctx, (tx) =>
    agreePaperless(tx, { ...who, wordingKey, code, evidence: witness(visit) }),
  );
  if (answer.kind === 'agreed') return leadTo(visit, '/paperless?done=on');
  switch (answer.refusal) {
    case 'WRONG_CODE':
      return showStep(visit, target, 'wrong-code');
    case 'NEW_WORDING':
      return showStep(visit, target, 'new-wording');
    case 'ALREADY_GIVEN':
    case 'ALREADY_CONFIRMED':
      return leadTo(visit, '/paperless');
    default:
      return showStep(visit, target, 'stopped');
  }
}

/** A bill that is none, made as bills are: `/{token}/sample-bill.pdf`. */
export async function showSamplePdf(visit: Visit): Promise<Response> {
  const opened = await openRest(visit, 'paperless');
  if (opened.kind === 'answered') return opened.response;
  const { biller, customer, account, invoice } = opened.target;
  const { c, ctx } = visit;
  const language = chooseLanguage(c, customer.language);
  const said = findWording(PAPERLESS_KEY, { channel: 'web', language, brand: biller.name });
  const now = ctx.clock.now();
  const issuedOn = localDate(now, customer.timeZone);
  const { name, accent, supportPhone } = biller;
  const sample = {
    biller: { name, accent, supportPhone, supportEmail: biller.supportEmail ?? null },
    language,
    currency: invoice.currency,
    customerName: `${customer.firstName} ${customer.lastName}`,
    accountNumber: account.number,
    issuedOn,
    dueOn: addDays(issuedOn, 21),
    code: sampleCode(ctx.ids, account.id, said?.wordingKey ?? ''),
  };
  return sendPdf(c, await writeSamplePdf(sample, now), 'sample-bill');
}

async function showStep(
  visit: Visit,
  target: LinkTarget,
  problem: PaperlessStep['problem'],
): Promise<Response> {
  const { ctx, c } = visit;
  const { biller, account, phone, customer } = target;
  const standing = phone ? await findStanding(ctx.em, biller.id, phone.id) : {};
  const state = standing.paperless;
  const language = chooseLanguage(c, customer.language);
  const said = findWording(PAPERLESS_KEY, { channel: 'web', language, brand: biller.name });
  const { credit: rules } = await loadMoneyRules(ctx.em, biller.id);
  const credits = await listCredits(ctx.em, { billerId: biller.id, accountId: account.id });
  const hadGift = credits.some(({ kind }) => kind === 'paperless');
  const blocked = phone ? (standing.service === 'revoked' ? ('stopped' as const) : undefined) : 'no-phone';
  const trouble = problem ?? blocked;
  const done = (['on', 'off'] as const).find((one) => one === c.req.query('done'));
  const step: PaperlessStep = {
    isOn: state === 'express' || state === 'confirmed',
    words: said?.words.split('\n') ?? [],
    wordingKey: said?.wordingKey ?? '',
    ...(!hadGift && rules.paperlessMinor > 0 && { gift: money(rules.paperlessMinor, biller.currency) }),
    keepDays: rules.paperlessKeepDays,
    credits: await listCreditLines(ctx, target),
    ...(done && !trouble && { done }),
    ...(trouble && { problem: trouble }),
  };
  return showView(visit, { kind: 'paperless', paperless: step }, problem ? 422 : 200, target);
}
