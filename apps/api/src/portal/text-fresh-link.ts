import { findLink } from '@kvitt/db/session/find-link';
import { sendFreshLink } from '@kvitt/flows/session/send-fresh-link';
import { openLink } from './open-link.ts';
import { leadTo, showView, type Visit } from './visit.ts';

/** Texts a fresh link to the phone on file, for a link that is too old: the way on from a dead end. */
export async function textFreshLink(visit: Visit): Promise<Response> {
  const { ctx, limits, token } = visit;
  // Who has missed too often learns nothing here either: not even that this link would have been one.
  const isSlowedDown = (await limits.isTooManyMisses(visit.c)) !== undefined;
  const target = isSlowedDown ? undefined : await findLink(ctx.em, token);
  if (!target?.phone || target.link.isGuest) {
    const opened = await openLink(visit);
    return opened.kind === 'answered' ? opened.response : leadTo(visit, '');
  }
  const wait = await limits.countFreshLink(token);
  if (wait !== undefined) {
    return showView(visit, { kind: 'slow-down', retryAfterSeconds: wait }, 429, target);
  }
  await sendFreshLink(ctx, target);
  const phoneTail = target.phone.e164.slice(-2);
  return showView(visit, { kind: 'fresh-link-sent', phoneTail }, 200, target);
}
