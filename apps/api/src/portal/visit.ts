import { Biller } from '@kvitt/db/biller/biller.entity';
import { findLink, type LinkTarget } from '@kvitt/db/session/find-link';
import { isToken } from '@kvitt/db/session/is-token';
import { localDate } from '@kvitt/domain/time/local-date';
import type { Ctx } from '@kvitt/flows/kit/context';
import type { Context } from 'hono';
import type { Deps } from '../kit/deps.ts';
import type { Limits } from '../kit/limit-requests.ts';
import { setPageHeaders } from '../kit/page-headers.ts';
import type { PortalPage, PortalView } from './page.ts';

/** One request of a page: who is asking for what, in which language. */
export interface Visit {
  c: Context;
  deps: Deps;
  ctx: Ctx;
  limits: Limits;
  token: string;
}

export type Opened = { kind: 'open'; target: LinkTarget } | { kind: 'answered'; response: Response };

/**
 * Finds the bill that a link opens, or answers with the page that helps instead: too many misses, no such link, too old,
 * taken back. A link too old still says whose it was, to text a fresh one to the phone on file.
 */
export async function openLink(visit: Visit): Promise<Opened> {
  const wait = await visit.limits.isTooManyMisses(visit.c);
  if (wait !== undefined) {
    visit.c.header('Retry-After', String(wait));
    return answered(visit, { kind: 'slow-down', retryAfterSeconds: wait }, 429);
  }
  const target = await findLink(visit.ctx.em, visit.token);
  if (!target) {
    // /robots.txt and the like are nobody's search for a link.
    if (isToken(visit.token)) await visit.limits.countMiss(visit.c);
    return answered(visit, { kind: 'unknown-link' }, 404);
  }
  const { link, phone } = target;
  if (link.revokedAt !== null || link.expiresAt <= visit.ctx.clock.now()) {
    const view = { kind: 'expired' as const, phoneTail: phone?.e164.slice(-2) ?? '' };
    return answered(visit, view, 410, target);
  }
  return { kind: 'open', target };
}

/** Renders a view of the portal as the whole answer, with the headers that every page of it carries. */
export async function showView(
  { c, deps, ctx, token }: Visit,
  view: PortalView,
  status: 200 | 404 | 409 | 410 | 422 | 429 | 502 = 200,
  target?: LinkTarget,
): Promise<Response> {
  const biller = target?.biller ?? (await findFirstBiller(ctx));
  const timeZone = target?.customer.timeZone ?? biller?.timeZone ?? 'UTC';
  const page: PortalPage = {
    language: chooseLanguage(c, target),
    ...(askedLanguage(c) && { isLanguageChosen: true }),
    timeZone,
    today: localDate(ctx.clock.now(), timeZone),
    biller: {
      name: biller?.name ?? 'Kvitt',
      accent: biller?.accent ?? '#1f5f5b',
      supportPhone: biller?.supportPhone ?? '',
      ...(biller?.supportEmail && { supportEmail: biller.supportEmail }),
    },
    token,
    linkPrefix: `${deps.publicUrl}/`,
    isSandbox: deps.isSandbox,
    view,
  };
  const nonce = crypto.randomUUID();
  const { html } = await deps.render(page, { nonce });
  setPageHeaders(c, deps, nonce);
  return c.html(html, status);
}

/** Whose deployment it is, where a link does not say. */
async function findFirstBiller(ctx: Ctx): Promise<Biller | undefined> {
  const [first] = await ctx.em.find(Biller, {}, { orderBy: { createdAt: 'asc' }, limit: 1 });
  return first;
}

async function answered(
  visit: Visit,
  view: PortalView,
  status: 404 | 410 | 429,
  target?: LinkTarget,
): Promise<Opened> {
  return { kind: 'answered', response: await showView(visit, view, status, target) };
}

/** Leads on to another page of the same link, in the language that was chosen on this one. */
export function leadTo({ c, token }: Visit, below: `/${string}` | ''): Response {
  const asked = askedLanguage(c);
  const separator = below.includes('?') ? '&' : '?';
  return c.redirect(`/${token}${below}${asked ? `${separator}lang=${asked}` : ''}`, 303);
}

function askedLanguage(c: Context): 'en' | 'es' | undefined {
  const asked = c.req.query('lang');
  return asked === 'en' || asked === 'es' ? asked : undefined;
}

/** What the page's own switch says, else the customer's language, else the browser's. */
function chooseLanguage(c: Context, target: LinkTarget | undefined): 'en' | 'es' {
  const asked = askedLanguage(c);
  if (asked) return asked;
  if (target) return target.customer.language === 'es' ? 'es' : 'en';
  return c.req.header('accept-language')?.toLowerCase().startsWith('es') ? 'es' : 'en';
}
