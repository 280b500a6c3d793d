import { findLink, type LinkTarget } from '@kvitt/db/session/find-link';
import { findSession } from '@kvitt/db/session/find-session';
import { isToken } from '@kvitt/db/session/is-token';
import type { PortalSession } from '@kvitt/db/session/portal-session.entity';
import { readLinkStanding } from '@kvitt/domain/session/link-standing';
import { noteFetched } from '@kvitt/flows/session/note-fetched';
import { askForProof } from './ask-for-proof.ts';
import { readBrowser } from './browser-cookie.ts';
import type { PortalView } from './page.ts';
import type { AfterStepUp } from './step-up-view.ts';
import { leadTo, showView, type Visit } from './visit.ts';

export type Opened<T extends LinkTarget = LinkTarget> =
  | { kind: 'open'; target: T; isUnlocked: boolean }
  | Answered;

type Answered = { kind: 'answered'; response: Response };

/** A link that leads to an account, with how much it opens by itself and what this browser has proved. */
export interface Found<T extends LinkTarget = LinkTarget> {
  kind: 'found';
  target: T;
  standing: 'fresh' | 'aged';
  session: PortalSession | null;
}

/**
 * Finds the bill that a link opens, or answers with the page that helps instead: too many misses, no such link, too old,
 * taken back, or so old that it opens to nobody who has not proved whose it is.
 */
export async function openLink(visit: Visit): Promise<Opened> {
  return openLinkBy(visit, findLink);
}

/** How a link's target is found, with whatever the page needs besides. */
type Find<T extends LinkTarget> = (em: Visit['ctx']['em'], token: string) => Promise<T | undefined>;

/** As `openLink`, for a page that has more to ask of the database and asks it all at once. */
export async function openLinkBy<T extends LinkTarget>(visit: Visit, find: Find<T>): Promise<Opened<T>> {
  const found = await findOpenedBy(visit, find);
  if (found.kind === 'answered') return found;
  const { target, standing, session } = found;
  if (standing === 'aged' && !session) {
    return { kind: 'answered', response: await askForProof(visit, target, { next: '', why: 'aged' }) };
  }
  return { kind: 'open', target, isUnlocked: session !== null };
}

/** As `openLink`, for what a link alone does not open; leads to the step-up, and from there on to `next`. */
export async function openRest(
  visit: Visit,
  next: AfterStepUp,
): Promise<{ kind: 'open'; target: LinkTarget } | Answered> {
  const found = await findOpened(visit);
  if (found.kind === 'answered') return found;
  if (found.session) return { kind: 'open', target: found.target };
  const to = visit.isGuest ? ('' as const) : (`/unlock?next=${next}` as const);
  return { kind: 'answered', response: leadTo(visit, to) };
}

/** Finds whose link it is and what this browser has proved; answers where there is no link to speak of. */
export async function findOpened(visit: Visit): Promise<Found | Answered> {
  return findOpenedBy(visit, findLink);
}

async function findOpenedBy<T extends LinkTarget>(visit: Visit, find: Find<T>): Promise<Found<T> | Answered> {
  const { c, ctx } = visit;
  const wait = await visit.limits.isTooManyMisses(c);
  if (wait !== undefined) {
    c.header('Retry-After', String(wait));
    return answered(visit, { kind: 'slow-down', retryAfterSeconds: wait }, 429);
  }
  const target = await find(ctx.em, visit.token);
  if (!target) {
    // /robots.txt and the like are nobody's search for a link.
    if (isToken(visit.token)) await visit.limits.countMiss(c);
    const isStart = visit.token === '';
    return answered(visit, { kind: 'unknown-link', ...(isStart && { isStart }) }, 404);
  }
  const { link, phone, settledAt } = target;
  visit.isGuest = link.isGuest;
  await noteFetched(ctx, link);
  const standing = readLinkStanding(
    { ...link, revokedAt: link.revokedAt ?? null, settledAt },
    ctx.clock.now(),
  );
  // An invited payer has no account to prove: a proof that this browser gave for its own does not count here.
  if (link.isGuest) {
    if (standing === 'over') return answered(visit, { kind: 'guest-over' }, 410, target);
    return { kind: 'found', target, standing: 'fresh', session: null };
  }
  if (standing === 'over') {
    // It still says whose it was, to text a fresh one to the phone on file.
    const view = { kind: 'expired' as const, phoneTail: phone?.e164.slice(-2) ?? '' };
    return answered(visit, view, 410, target);
  }
  const session = await findOwnSession(visit, target);
  visit.isUnlocked = session !== null;
  if (session) visit.unlockedUntil = session.expiresAt;
  return { kind: 'found', target, standing, session };
}

async function findOwnSession({ c, ctx }: Visit, { invoice }: LinkTarget): Promise<PortalSession | null> {
  const browserToken = readBrowser(c);
  if (browserToken === undefined) return null;
  return findSession(ctx.em, { ...invoice, browserToken }, ctx.clock.now());
}

async function answered(
  visit: Visit,
  view: PortalView,
  status: 404 | 410 | 429,
  target?: LinkTarget,
): Promise<Answered> {
  return { kind: 'answered', response: await showView(visit, view, status, target) };
}
