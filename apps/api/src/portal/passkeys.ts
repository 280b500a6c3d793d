import type { LinkTarget } from '@kvitt/db/session/find-link';
import { findSession } from '@kvitt/db/session/find-session';
import { PortalPasskey } from '@kvitt/db/session/portal-passkey.entity';
import { localDate } from '@kvitt/domain/time/local-date';
import { inTransaction } from '@kvitt/flows/kit/in-transaction';
import { addPasskey } from '@kvitt/flows/session/add-passkey';
import { askPasskey } from '@kvitt/flows/session/ask-passkey';
import { closePasskey } from '@kvitt/flows/session/close-passkey';
import type { RegistrationResponseJSON } from '@simplewebauthn/server';
import { z } from 'zod';
import { optionsToAdd, readMade } from '../kit/passkey-library.ts';
import { readForm } from '../kit/read-form.ts';
import { readBrowser } from './browser-cookie.ts';
import { openRest } from './open-link.ts';
import type { PasskeysStep } from './own-views.ts';
import { leadTo, showView, type Visit } from './visit.ts';

const REMOVE = z.object({ passkeyId: z.uuid() });

/** What the page's script sends once the authenticator has answered. */
const MADE = z.object({ challengeId: z.uuid(), response: z.string().max(20_000) });

/** Which passkeys open the account, and where another one is set up. */
export async function showPasskeys(visit: Visit): Promise<Response> {
  const opened = await openRest(visit, 'passkeys');
  if (opened.kind === 'answered') return opened.response;
  const { target } = opened;
  const { billerId, id: accountId } = target.account;
  const done = (['added', 'removed', 'closed'] as const).find((one) => one === visit.c.req.query('done'));
  const open = { orderBy: { addedAt: 'asc' as const } };
  const held = await visit.ctx.em.fork().find(PortalPasskey, { billerId, accountId, removedAt: null }, open);
  const on = (at: Date) => localDate(at, target.customer.timeZone);
  const step: PasskeysStep = {
    passkeys: held.map(({ id, addedAt, usedAt }) => ({
      passkeyId: id,
      addedOn: on(addedAt),
      ...(usedAt && { usedOn: on(usedAt) }),
    })),
    mayAdd: await mayAdd(visit, target),
    phoneTail: target.phone?.e164.slice(-2) ?? '',
    ...(done && { done }),
  };
  return showView(visit, { kind: 'passkeys', passkeys: step }, 200, target);
}

/** Removes one: POST `/{token}/passkeys`, a plain form. */
export async function removePasskey(visit: Visit): Promise<Response> {
  const opened = await openRest(visit, 'passkeys');
  if (opened.kind === 'answered') return opened.response;
  const { billerId, id: accountId } = opened.target.account;
  const form = REMOVE.safeParse(await readForm(visit.c));
  if (!form.success) return leadTo(visit, '/passkeys');
  const order = { billerId, accountId, browserToken: readBrowser(visit.c) ?? '', ...form.data };
  const closed = await inTransaction(visit.ctx, (tx) => closePasskey(tx, order));
  return leadTo(visit, closed > 0 ? '/passkeys?done=closed' : '/passkeys?done=removed');
}

/** What the browser is to make a passkey from: POST `/{token}/passkeys/ask`. */
export async function askForPasskey(visit: Visit): Promise<Response> {
  const opened = await openRest(visit, 'passkeys');
  if (opened.kind === 'answered') return opened.response;
  const { target } = opened;
  const { billerId, id: accountId, number } = target.account;
  if (!(await mayAdd(visit, target))) return visit.c.json({ refusal: 'CODE_FIRST' }, 403);
  const held = await visit.ctx.em.fork().find(PortalPasskey, { billerId, accountId, removedAt: null });
  const asked = await inTransaction(visit.ctx, (tx) => askPasskey(tx, { billerId, accountId }));
  const about = {
    ...asked,
    accountId,
    name: `${target.biller.name} ${number}`,
    biller: target.biller.name,
    held,
  };
  const options = await optionsToAdd(visit.deps.publicUrl, about);
  return visit.c.json({ challengeId: asked.challengeId, options });
}

/** Takes what the authenticator made: POST `/{token}/passkeys/made`. */
export async function takePasskey(visit: Visit): Promise<Response> {
  const opened = await openRest(visit, 'passkeys');
  if (opened.kind === 'answered') return opened.response;
  const { target } = opened;
  const { billerId, id: accountId } = target.account;
  const form = MADE.safeParse(await readForm(visit.c));
  if (!form.success || !(await mayAdd(visit, target))) return visit.c.json({ refusal: 'NOT_TAKEN' }, 422);
  const made = readJson<RegistrationResponseJSON>(form.data.response);
  const answer = await addPasskey(visit.ctx, {
    billerId,
    accountId,
    challengeId: form.data.challengeId,
    verify: async (challenge) => made && readMade(visit.deps.publicUrl, made, challenge),
  });
  return answer.kind === 'added' ? visit.c.body(null, 204) : visit.c.json({ refusal: 'NOT_TAKEN' }, 422);
}

/**
 * Who stole a letter knows what stands on it, and would have a key for good: only a browser that was opened by a code
 * from the phone on file, or by a passkey that was, sets one up.
 */
async function mayAdd({ c, ctx }: Visit, { invoice }: LinkTarget): Promise<boolean> {
  const browserToken = readBrowser(c) ?? '';
  const session = await findSession(ctx.em.fork(), { ...invoice, browserToken }, ctx.clock.now());
  return session?.way === 'text-code' || session?.way === 'passkey';
}

export function readJson<T>(text: string): T | undefined {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
