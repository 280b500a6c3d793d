import { PushSubscription } from '@kvitt/db/push/push-subscription.entity';
import type { LinkTarget } from '@kvitt/db/session/find-link';
import { hashToken } from '@kvitt/db/session/hash-token';
import { PUSH_KINDS } from '@kvitt/domain/push/read-push-kind';
import { inTransaction } from '@kvitt/flows/kit/in-transaction';
import { choosePushKind } from '@kvitt/flows/push/choose-push-kind';
import { endPushes } from '@kvitt/flows/push/end-pushes';
import { subscribePush } from '@kvitt/flows/push/subscribe-push';
import { z } from 'zod';
import { readForm } from '../kit/read-form.ts';
import { readBrowser } from './browser-cookie.ts';
import { openRest } from './open-link.ts';
import type { PushView } from './preference-view.ts';
import { chooseLanguage, leadTo, type Visit } from './visit.ts';

const KEY = /^[\w-]+={0,2}$/;

/** What the page's script sends, and its plain forms: POST `/{token}/push`. */
const FORM = z.discriminatedUnion('act', [
  z.object({
    act: z.literal('on'),
    endpoint: z.url().max(1_000),
    p256dh: z.string().regex(KEY).max(120),
    auth: z.string().regex(KEY).max(60),
  }),
  z.object({ act: z.literal('off') }),
  z.object({ act: z.literal('off-everywhere') }),
  z.object({ act: z.literal('kind'), kind: z.enum(PUSH_KINDS), to: z.enum(['on', 'off']) }),
]);

/** Switches notes of bills and receipts on or off for this browser (204, or why not as JSON), or off for all of them. */
export async function push(visit: Visit): Promise<Response> {
  const opened = await openRest(visit, 'preferences');
  if (opened.kind === 'answered') return opened.response;
  const { c, ctx } = visit;
  const { invoice, phone, customer } = opened.target;
  const { billerId, accountId } = invoice;
  const form = FORM.safeParse(await readForm(c));
  const browserToken = readBrowser(c);
  if (!form.success || !phone || browserToken === undefined) return c.json({ refusal: 'BAD_FORM' }, 422);
  if (form.data.act === 'off-everywhere') {
    await inTransaction(ctx, (tx) => endPushes(tx, { billerId, accountId, phoneId: phone.id }, 'asked'));
    return leadTo(visit, '/preferences?done=1');
  }
  const whose = { billerId, accountId, browserHash: hashToken(browserToken) };
  if (form.data.act === 'kind') {
    const wish = { kind: form.data.kind, isOn: form.data.to === 'on' };
    await inTransaction(ctx, (tx) => choosePushKind(tx, whose, wish));
    return leadTo(visit, '/preferences?done=1');
  }
  if (form.data.act === 'off') {
    await inTransaction(ctx, (tx) => endPushes(tx, whose, 'asked'));
    return c.body(null, 204);
  }
  const { act: _, ...browser } = form.data;
  if (!ctx.push?.mayReach(browser.endpoint)) return c.json({ refusal: 'NO_PUSH_SERVICE' }, 422);
  const language = chooseLanguage(c, customer.language);
  const order = { billerId, accountId, phoneId: phone.id, ...browser, browserToken, language };
  const answer = await inTransaction(ctx, (tx) => subscribePush(tx, order));
  return answer.kind === 'subscribed' ? c.body(null, 204) : c.json({ refusal: answer.refusal }, 409);
}

/** What the page says about notes; undefined where this deployment sends none. */
export async function pushView(
  { c, ctx }: Visit,
  { invoice, phone }: LinkTarget,
): Promise<PushView | undefined> {
  if (!ctx.push || !phone) return undefined;
  const { billerId, accountId } = invoice;
  const open = await ctx.em
    .fork()
    .find(PushSubscription, { billerId, accountId, phoneId: phone.id, endedAt: null });
  const held = readBrowser(c);
  const own = held === undefined ? undefined : hashToken(held);
  const here = open.find(({ browserHash }) => browserHash === own);
  return {
    publicKey: ctx.push.publicKey,
    isOnHere: here !== undefined,
    kinds: here?.kinds ?? [],
    elsewhere: open.filter(({ browserHash }) => browserHash !== own).length,
  };
}
