import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { serveStatic } from '@hono/node-server/serve-static';
import { trpcServer } from '@hono/trpc-server';
import type { Ctx } from '@kvitt/flows/kit/context';
import { type Context, Hono, type Next } from 'hono';
import { compress } from 'hono/compress';
import { getCookie, setCookie } from 'hono/cookie';
import type { Deps } from '../kit/deps.ts';
import type { Limits } from '../kit/limit-requests.ts';
import { streamLive } from '../kit/live-stream.ts';
import { readSession, type SignedIn } from '../kit/session.ts';
import { ADDRESS_HEADER } from '../kit/session-library.ts';
import type { ConsoleRequest } from '../kit/trpc-console.ts';
import { answerDispute } from './answer-dispute.ts';
import { joinByInvitation, showInvitation } from './join.ts';
import type { ConsoleParts } from './open-console.ts';
import { receiveImport, sendFindings } from './receive-import.ts';
import { consoleRouter } from './router.ts';
import { sendExport } from './send-export.ts';
import { sendProof } from './send-proof.ts';
import { isCompanys, serveCompany } from './serve-company.ts';
import { showInsert, showPaper } from './show-paper.ts';
import { showPicture } from './show-picture.ts';
import { findDisplay, loadWall } from './wall.ts';

/** Everything below /console: its pages, its questions, its live updates, and signing in. */
export function serveConsole(deps: Deps, parts: ConsoleParts, limits: Limits): Hono {
  const app = new Hono();
  const { sessions, live } = parts;
  const whoIs = (c: Context) => readSession(sessions, deps.context(), c.req.raw.headers);

  app.use('*', async (c, next) => {
    setHeaders(c, deps.publicUrl);
    await next();
  });
  app.use('*', (c, next) => refuseStrangers(c, next, sessions.origins));

  app.get('/live', async (c) => {
    const agent = await whoIs(c);
    return agent ? streamLive(c, agent, live) : c.json({ refusal: 'SIGNED_OUT' }, 401);
  });
  app.get('/wall/live', async (c) => {
    const billerId = await findDisplay(deps.context(), getCookie(c, WALL_COOKIE));
    // Displays are told that the leaderboard has moved, and nothing else of what agents are told.
    return billerId
      ? streamLive(c, { billerId, kinds: ['leaderboard', 'reset'] }, live)
      : c.json(NO_DISPLAY, 401);
  });
  addPapers(app, deps, whoIs);
  app.post('/imports/:kind', async (c) => {
    const agent = await whoIs(c);
    return agent ? receiveImport(c, deps.context(), agent) : c.json({ refusal: 'SIGNED_OUT' }, 401);
  });
  app.post('/disputes/:id/:act', async (c) => {
    const agent = await whoIs(c);
    return agent ? answerDispute(c, deps.context(), agent) : c.json({ refusal: 'SIGNED_OUT' }, 401);
  });
  app.use(compress());
  app.on(['GET', 'POST'], '/auth/*', (c) => {
    const headers = new Headers(c.req.raw.headers);
    headers.set(ADDRESS_HEADER, limits.addressOf(c));
    const request = new Request(c.req.raw, { headers });
    if (sessions.company && isCompanys(c.req.path)) return serveCompany(c, sessions.company, request);
    return sessions.library.handler(request);
  });
  app.post('/wall/open', (c) => limitMisses(c, limits, () => openWall(c, deps.context())));
  app.get('/wall/board', (c) => showWall(c, deps.context()));
  app.get('/ways', (c) => c.json({ oidc: parts.oidcName ?? null }));
  app.get('/invitations/:token', (c) => limitMisses(c, limits, () => showInvitation(c, deps.context())));
  app.post('/invitations/:token', (c) => limitMisses(c, limits, () => joinByInvitation(c, deps.context())));
  app.use(
    '/trpc/*',
    trpcServer({
      router: consoleRouter,
      endpoint: '/console/trpc',
      // What a draft is checked by is longer than an address may be.
      allowMethodOverride: true,
      createContext: async (_, c): Promise<ConsoleRequest> => ({
        agent: await whoIs(c),
        unlimited: deps.context(),
        live,
      }),
      onError: ({ error, path: procedure }) => {
        if (error.code !== 'INTERNAL_SERVER_ERROR') return;
        deps.log.warn(
          { error: error.cause?.name ?? error.name, procedure },
          'a question of the console failed',
        );
      },
    }),
  );

  addFiles(app, parts.assets);
  return app;
}

/** What is no page and no question: papers, tables and proofs as files, and pictures that customers attached. */
function addPapers(app: Hono, deps: Deps, whoIs: (c: Context) => Promise<SignedIn | undefined>): void {
  app.get('/papers/insert/:language', async (c) => {
    const agent = await whoIs(c);
    return agent ? showInsert(c, deps.context(), agent) : c.json({ refusal: 'SIGNED_OUT' }, 401);
  });
  app.get('/papers/:kind/:id', async (c) => {
    const agent = await whoIs(c);
    return agent ? showPaper(c, deps.context(), agent) : c.json({ refusal: 'SIGNED_OUT' }, 401);
  });
  app.get('/exports/:file', async (c) => {
    const agent = await whoIs(c);
    return agent ? sendExport(c, deps.context(), agent) : c.json({ refusal: 'SIGNED_OUT' }, 401);
  });
  app.get('/pictures/:message', async (c) => {
    const agent = await whoIs(c);
    return agent ? showPicture(c, deps.context(), agent) : c.json({ refusal: 'SIGNED_OUT' }, 401);
  });
  app.get('/imports/:id/problems.csv', async (c) => {
    const agent = await whoIs(c);
    return agent ? sendFindings(c, deps.context(), agent) : c.json({ refusal: 'SIGNED_OUT' }, 401);
  });
  for (const path of ['/files/:what', '/files/:what/:id']) {
    app.get(path, async (c) => {
      const agent = await whoIs(c);
      return agent ? sendProof(c, deps.context(), agent) : c.json({ refusal: 'SIGNED_OUT' }, 401);
    });
  }
}

/** The console's built files, and its one page for every address of its own. */
function addFiles(app: Hono, assets: string): void {
  app.use(
    '/assets/*',
    serveStatic({
      root: assets,
      rewriteRequestPath: (asked) => asked.replace(/^\/console/, ''),
      onFound: (_path, c) => c.header('Cache-Control', 'public, max-age=31536000, immutable'),
    }),
  );
  // A script of an older build is not there any more: a page in its place would be run as one.
  app.get('/assets/*', (c) => c.notFound());
  app.get('*', async (c) => c.html(await readFile(path.join(assets, 'index.html'), 'utf8')));
}

/**
 * What changes something must come from a page of ours. Browsers say where a request comes from, and cannot be made to
 * lie about it; the cookie alone would also come along with a form on somebody else's page.
 */
async function refuseStrangers(c: Context, next: Next, origins: string[]): Promise<Response | undefined> {
  const origin = c.req.header('origin');
  const isOurs = origin !== undefined && origins.includes(origin);
  if (c.req.method !== 'GET' && c.req.method !== 'HEAD' && !isOurs) {
    return c.json({ refusal: 'FOREIGN_ORIGIN' }, 403);
  }
  await next();
  return undefined;
}

/** A display's own cookie, which opens the wall and no other part of the console. */
const WALL_COOKIE = 'kvitt_wall';
const NO_DISPLAY = { refusal: 'NO_DISPLAY' };
const YEAR_S = 365 * 86_400;

/** Takes the token out of the page's address for a cookie that no script reads; a display stays open over night. */
async function openWall(c: Context, ctx: Ctx): Promise<Response> {
  const body: unknown = await c.req.json().catch(() => null);
  const token = typeof body === 'object' && body && 'token' in body ? String(body.token) : '';
  if (!(await findDisplay(ctx, token))) return c.json(NO_DISPLAY, 404);
  const secure = ctx.publicUrl.startsWith('https://');
  setCookie(c, WALL_COOKIE, token, {
    path: '/console/wall',
    httpOnly: true,
    sameSite: 'Strict',
    secure,
    maxAge: YEAR_S,
  });
  return c.json({ kind: 'opened' });
}

async function showWall(c: Context, ctx: Ctx): Promise<Response> {
  const billerId = await findDisplay(ctx, getCookie(c, WALL_COOKIE));
  return billerId ? c.json(await loadWall(ctx, billerId)) : c.json(NO_DISPLAY, 401);
}

/** Nobody finds a link of an invitation by trying. */
async function limitMisses(c: Context, limits: Limits, answer: () => Promise<Response>): Promise<Response> {
  const waitS = await limits.isTooManyMisses(c);
  if (waitS !== undefined) return c.json({ refusal: 'TOO_MANY_TRIES', waitS }, 429);
  const response = await answer();
  if (response.status === 404) await limits.countMiss(c);
  return response;
}

/**
 * The library that turns the page dark puts in a style that keeps everything still meanwhile, always the same one. This is
 * its hash: no other style element is applied.
 */
const STILL_STYLE = "'sha256-skqujXORqzxt1aE0NNXxujEanPTX6raoqSscTV/Ww/Y='";

/** No script runs but ours, nothing is asked of anybody else, and no page may put the console into a frame. */
function setHeaders(c: Context, publicUrl: string): void {
  const policy = [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' ${STILL_STYLE}`,
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ];
  c.header('Content-Security-Policy', policy.join('; '));
  c.header('Cache-Control', 'no-store');
  c.header('Referrer-Policy', 'no-referrer');
  c.header('X-Robots-Tag', 'noindex, nofollow');
  c.header('X-Content-Type-Options', 'nosniff');
  c.header('Cross-Origin-Opener-Policy', 'same-origin');
  c.header('Permissions-Policy', 'camera=(), microphone=(), geolocation=()');
  if (publicUrl.startsWith('https://')) {
    c.header('Strict-Transport-Security', 'max-age=31536000; includeSubDomains');
  }
}
