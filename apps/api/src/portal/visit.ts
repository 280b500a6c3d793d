import { Biller } from '@kvitt/db/biller/biller.entity';
import type { LinkTarget } from '@kvitt/db/session/find-link';
import { LANGUAGES, type Language } from '@kvitt/domain/locale/language';
import { localDate } from '@kvitt/domain/time/local-date';
import type { Ctx } from '@kvitt/flows/kit/context';
import type { Context } from 'hono';
import type { Deps } from '../kit/deps.ts';
import { byNonce } from '../kit/inline-sources.ts';
import type { KeptPage } from '../kit/keep-pages.ts';
import type { Limits } from '../kit/limit-requests.ts';
import { setPageHeaders } from '../kit/page-headers.ts';
import { sendHtml } from '../kit/send-html.ts';
import type { CardView } from './card-view.ts';
import { listVendorParts } from './list-vendor-parts.ts';
import type { CreditLine } from './own-views.ts';
import type { PortalPage, PortalView } from './page.ts';

/** One request of a page: who is asking for what, in which language. */
export interface Visit {
  c: Context;
  deps: Deps;
  ctx: Ctx;
  limits: Limits;
  /** Renders a page, or gives the same one again. */
  pages(page: PortalPage): Promise<KeptPage>;
  token: string;
  /** This browser has proved whose the account is; known once the link is found. */
  isUnlocked?: boolean;
  /** The link is that of an invited payer: one bill, and nothing behind it. */
  isGuest?: boolean;
  /** Until when it has; pages may be kept by the browser for as long. */
  unlockedUntil?: Date;
  /** What stands beside the bill. */
  card?: CardView | undefined;
  /** What was overpaid and nobody has decided of. */
  overpaid?: CreditLine | undefined;
}

/** What the service worker may keep, sealed, for when there is no connection: what is read, and nothing that is filled in. */
const KEPT: ReadonlySet<PortalView['kind']> = new Set([
  'bill',
  'nothing-due',
  'settled',
  'account',
  'thread',
  'promise',
]);

type Status = 200 | 404 | 409 | 410 | 422 | 429 | 502;

/** Renders a view about a link, and about whom it is for, as the whole answer. */
export async function showView(
  visit: Visit,
  view: PortalView,
  status: Status = 200,
  target?: LinkTarget,
): Promise<Response> {
  return showPage(visit, view, status, target?.biller, target?.customer);
}

/** Renders a view as the whole answer, with the headers that every page of the portal carries. */
export async function showPage(
  { c, deps, ctx, pages, token, isUnlocked, isGuest, unlockedUntil, card, overpaid }: Visit,
  view: PortalView,
  status: Status = 200,
  whose?: LinkTarget['biller'],
  customer?: LinkTarget['customer'],
): Promise<Response> {
  const biller = whose ?? (await findFirstBiller(ctx));
  const timeZone = customer?.timeZone ?? biller?.timeZone ?? 'UTC';
  const page: PortalPage = {
    language: chooseLanguage(c, customer?.language),
    ...(askedLanguage(c) && { isLanguageChosen: true }),
    timeZone,
    today: localDate(ctx.clock.now(), timeZone),
    biller: {
      ...(biller && { slug: biller.slug }),
      name: biller?.name ?? 'Kvitt',
      accent: biller?.accent ?? '#1f5f5b',
      supportPhone: biller?.supportPhone ?? '',
      ...(biller?.supportEmail && { supportEmail: biller.supportEmail }),
    },
    token,
    linkPrefix: `${deps.publicUrl}/`,
    isSandbox: deps.isSandbox,
    isUnlocked: isUnlocked === true,
    ...(isGuest && { isGuest }),
    view,
    ...(card && { card }),
    ...(overpaid && { overpaid }),
  };
  if (!isUnlocked && AS_BEFORE.has(view.kind)) {
    const { html, gzipped, inline } = await pages(page);
    setPageHeaders(c, deps, { inline, isListed: false });
    return sendHtml(c, html, status, gzipped);
  }
  const nonce = crypto.randomUUID();
  const { html } = await deps.render(page, { nonce });
  const inline = byNonce(nonce);
  setPageHeaders(c, deps, { inline, isListed: view.kind === 'join', parts: listVendorParts(view) });
  if (unlockedUntil && KEPT.has(view.kind)) c.header('X-Kvitt-Keep-Until', unlockedUntil.toISOString());
  return sendHtml(c, html, status);
}

/** What a link opens by itself, and shows the same until something happens: rendered once. Nothing behind the step-up is. */
const AS_BEFORE: ReadonlySet<PortalView['kind']> = new Set(['bill', 'nothing-due']);

/** Whose deployment it is, where a link does not say. */
async function findFirstBiller(ctx: Ctx): Promise<Biller | undefined> {
  const [first] = await ctx.em.find(Biller, {}, { orderBy: { createdAt: 'asc' }, limit: 1 });
  return first;
}

/** Leads on to another page of the same link, in the language that was chosen on this one. */
export function leadTo({ c, token }: Visit, below: `/${string}` | ''): Response {
  const asked = askedLanguage(c);
  const separator = below.includes('?') ? '&' : '?';
  return c.redirect(`/${token}${below}${asked ? `${separator}lang=${asked}` : ''}`, 303);
}

function askedLanguage(c: Context): Language | undefined {
  const asked = c.req.query('lang');
  return LANGUAGES.find((language) => language === asked);
}

/**
 * What the page's own switch says, else what is known of the reader, else the first of the browser's that we write.
 * @param known the customer's language
 */
export function chooseLanguage(c: Context, known: Language | undefined): Language {
  const asked = askedLanguage(c) ?? known;
  if (asked) return asked;
  const wished = (c.req.header('accept-language') ?? '').toLowerCase().split(',');
  // Norwegian browsers say "no" or "nn" as often as "nb".
  const codes = wished.map((tag) =>
    tag
      .trim()
      .slice(0, 2)
      .replace(/^n[on]$/, 'nb'),
  );
  return codes.map((code) => LANGUAGES.find((language) => language === code)).find(Boolean) ?? 'en';
}
