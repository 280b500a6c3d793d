import { ContactRule } from '@kvitt/db/consent/contact-rule.entity';
import { findStanding } from '@kvitt/db/consent/find-standing';
import { Phone } from '@kvitt/db/customer/phone.entity';
import type { LinkTarget } from '@kvitt/db/session/find-link';
import type { ConsentStanding } from '@kvitt/domain/consent/consent';
import { findWording } from '@kvitt/domain/consent/find-wording';
import { type OwnHours, readOwnHours } from '@kvitt/domain/consent/policy/own-hours';
import { LANGUAGES } from '@kvitt/domain/locale/language';
import { changePreference, type Preference } from '@kvitt/flows/customer/change-preference';
import { setOwnHours } from '@kvitt/flows/customer/set-own-hours';
import { inTransaction } from '@kvitt/flows/kit/in-transaction';
import { z } from 'zod';
import { readForm } from '../kit/read-form.ts';
import { foreseeTexts } from './foresee-texts.ts';
import { openRest } from './open-link.ts';
import type { PreferenceView } from './preference-view.ts';
import { pushView } from './push.ts';
import { chooseLanguage, leadTo, showView, type Visit } from './visit.ts';

/** What the forms send: POST `/{token}/preferences`, one switch at a time. */
const FORM = z.union([
  z.object({ what: z.enum(['bills', 'news', 'links']), to: z.enum(['on', 'off']) }),
  z.object({ what: z.literal('language'), to: z.enum(LANGUAGES) }),
  z.object({
    what: z.literal('hours'),
    from: z.coerce.number(),
    until: z.coerce.number(),
    weekdays: z.literal('on').optional(),
  }),
  z.object({ what: z.literal('any-hour') }),
]);

/** How this customer is texted, as sentences with a switch each, and what will be texted next. */
export async function showPreferences(visit: Visit): Promise<Response> {
  const opened = await openRest(visit, 'preferences');
  if (opened.kind === 'answered') return opened.response;
  return render(visit, opened.target, {});
}

/** Changes one of them. */
export async function preferences(visit: Visit): Promise<Response> {
  const opened = await openRest(visit, 'preferences');
  if (opened.kind === 'answered') return opened.response;
  const { target } = opened;
  const form = FORM.safeParse(await readForm(visit.c));
  if (!form.success || !target.phone) return leadTo(visit, '/preferences');
  const order = form.data;
  if (order.what === 'hours' || order.what === 'any-hour') return changeHours(visit, target, order);
  const wish: Preference =
    order.what === 'language'
      ? { kind: order.what, language: order.to }
      : { kind: order.what, isOn: order.to === 'on' };
  const { biller, customer, phone } = target;
  // What is agreed to is what was shown.
  const language = chooseLanguage(visit.c, customer.language);
  const who = { billerId: biller.id, phoneId: phone.id, brand: biller.name, language };
  const answer = await inTransaction(visit.ctx, (tx) => changePreference(tx, who, wish));
  if (answer.kind === 'refused') return render(visit, target, { isStopped: true });
  return leadTo(visit, '/preferences?done=1');
}

async function changeHours(
  visit: Visit,
  target: LinkTarget,
  order: Extract<z.infer<typeof FORM>, { what: 'hours' | 'any-hour' }>,
): Promise<Response> {
  const { billerId, id: accountId } = target.account;
  const hours =
    order.what === 'hours'
      ? { fromHour: order.from, toHour: order.until, isWeekdaysOnly: order.weekdays === 'on' }
      : undefined;
  const answer = await inTransaction(visit.ctx, (tx) => setOwnHours(tx, { billerId, accountId, hours }));
  if (answer.kind === 'refused') return render(visit, target, { problem: 'too-narrow' });
  return leadTo(visit, '/preferences?done=1');
}

async function findHours(
  { ctx }: Visit,
  { account: { billerId, id: accountId } }: LinkTarget,
): Promise<OwnHours | undefined> {
  const rules = await ctx.em.fork().find(ContactRule, { billerId, accountId, kind: 'window', endedAt: null });
  return rules.map(({ rule }) => readOwnHours(rule)).find((one) => one !== undefined);
}

async function render(
  visit: Visit,
  target: LinkTarget,
  said: { isStopped?: boolean; problem?: 'too-narrow' },
): Promise<Response> {
  const { ctx, c } = visit;
  const { biller, customer, phone } = target;
  const standing: ConsentStanding = phone ? await findStanding(ctx.em, biller.id, phone.id) : {};
  const now = phone && (await ctx.em.fork().findOne(Phone, { billerId: biller.id, id: phone.id }));
  const isOn = (state: string | undefined) =>
    state !== undefined && state !== 'revoked' && state !== 'pending';
  const say = (key: string) =>
    findWording(key, { channel: 'web', language: chooseLanguage(c, customer.language), brand: biller.name })
      ?.words ?? '';
  const push = standing.service === 'revoked' ? undefined : await pushView(visit, target);
  const hours = await findHours(visit, target);
  const view: PreferenceView = {
    phoneTail: phone?.e164.slice(-2) ?? '',
    bills: { isOn: isOn(standing.service), words: say('bills-shown') },
    news: { isOn: isOn(standing.marketing), words: say('news-shown') },
    hasLinks: !now?.noLinksSince,
    hasPaper: standing.paperless !== 'express' && standing.paperless !== 'confirmed',
    language: customer.language,
    // Whoever wants no texts about bills gets none of these.
    coming: isOn(standing.service) ? await foreseeTexts(visit.ctx, target) : [],
    ...(hours && { hours }),
    ...(said.problem && { problem: said.problem }),
    isDone: c.req.query('done') === '1',
    isStopped: said.isStopped === true || standing.service === 'revoked',
    ...(push && { push }),
  };
  const status = said.isStopped || said.problem ? 422 : 200;
  return showView(visit, { kind: 'preferences', preferences: view }, status, target);
}
