import { findStanding } from '@kvitt/db/consent/find-standing';
import { Phone } from '@kvitt/db/customer/phone.entity';
import type { LinkTarget } from '@kvitt/db/session/find-link';
import type { ConsentStanding } from '@kvitt/domain/consent/consent';
import { findWording } from '@kvitt/domain/consent/find-wording';
import { LANGUAGES } from '@kvitt/domain/locale/language';
import { addDays } from '@kvitt/domain/time/add-days';
import { localDate } from '@kvitt/domain/time/local-date';
import { changePreference, type Preference } from '@kvitt/flows/customer/change-preference';
import { inTransaction } from '@kvitt/flows/kit/in-transaction';
import { foreseeReminders } from '@kvitt/flows/reminder/foresee-reminders';
import { z } from 'zod';
import { readForm } from '../kit/read-form.ts';
import { listBills } from './account-view.ts';
import type { PreferenceView } from './account-views.ts';
import { openRest } from './open-link.ts';
import { pushView } from './push.ts';
import { leadTo, showView, type Visit } from './visit.ts';

/** What the forms send: POST `/{token}/preferences`, one switch at a time. */
const FORM = z.union([
  z.object({ what: z.enum(['bills', 'news', 'links']), to: z.enum(['on', 'off']) }),
  z.object({ what: z.literal('language'), to: z.enum(LANGUAGES) }),
]);

/** How far ahead the page says what will be texted. */
const AHEAD_DAYS = 31;

/** How this customer is texted, as sentences with a switch each, and what will be texted next. */
export async function showPreferences(visit: Visit): Promise<Response> {
  const opened = await openRest(visit, 'preferences');
  if (opened.kind === 'answered') return opened.response;
  return render(visit, opened.target, false);
}

/** Changes one of them. */
export async function preferences(visit: Visit): Promise<Response> {
  const opened = await openRest(visit, 'preferences');
  if (opened.kind === 'answered') return opened.response;
  const { target } = opened;
  const form = FORM.safeParse(await readForm(visit.c));
  if (!form.success || !target.phone) return leadTo(visit, '/preferences');
  const { what, to } = form.data;
  const wish: Preference =
    what === 'language' ? { kind: what, language: to } : { kind: what, isOn: to === 'on' };
  const { biller, customer, phone } = target;
  const who = { billerId: biller.id, phoneId: phone.id, brand: biller.name, language: customer.language };
  const answer = await inTransaction(visit.ctx, (tx) => changePreference(tx, who, wish));
  if (answer.kind === 'refused') return render(visit, target, true);
  return leadTo(visit, '/preferences?done=1');
}

async function render(visit: Visit, target: LinkTarget, isStopped: boolean): Promise<Response> {
  const { ctx, c } = visit;
  const { biller, customer, phone } = target;
  const standing: ConsentStanding = phone ? await findStanding(ctx.em, biller.id, phone.id) : {};
  const now = phone && (await ctx.em.fork().findOne(Phone, { billerId: biller.id, id: phone.id }));
  const isOn = (state: string | undefined) =>
    state !== undefined && state !== 'revoked' && state !== 'pending';
  const say = (key: string) =>
    findWording(key, { channel: 'web', language: customer.language, brand: biller.name })?.words ?? '';
  const push = standing.service === 'revoked' ? undefined : await pushView(visit, target);
  const view: PreferenceView = {
    phoneTail: phone?.e164.slice(-2) ?? '',
    bills: { isOn: isOn(standing.service), words: say('bills-shown') },
    news: { isOn: isOn(standing.marketing), words: say('news-shown') },
    hasLinks: !now?.noLinksSince,
    language: customer.language,
    coming: await foresee(visit, target),
    isDone: c.req.query('done') === '1',
    isStopped: isStopped || standing.service === 'revoked',
    ...(push && { push }),
  };
  return showView(visit, { kind: 'preferences', preferences: view }, isStopped ? 422 : 200, target);
}

/** The reminders that will go out in the weeks to come if nothing changes, soonest first. */
async function foresee({ ctx }: Visit, target: LinkTarget): Promise<PreferenceView['coming']> {
  const { open } = await listBills(ctx, target);
  const today = localDate(ctx.clock.now(), target.customer.timeZone);
  const last = addDays(today, AHEAD_DAYS);
  const coming: { on: string; number: string }[] = [];
  for (const { number } of open.slice(0, 5)) {
    const foreseen = await foreseeReminders(ctx, { billerId: target.biller.id, number });
    for (const { day, plan } of foreseen?.steps ?? []) {
      if (plan.kind === 'send' && day >= today && day <= last) coming.push({ on: day, number });
    }
  }
  return coming.sort((a, b) => a.on.localeCompare(b.on));
}
