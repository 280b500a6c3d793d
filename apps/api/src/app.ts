import { serveStatic } from '@hono/node-server/serve-static';
import { trpcServer } from '@hono/trpc-server';
import { LARGEST_PICTURE_BYTES } from '@kvitt/domain/picture/read-picture-kind';
import { type Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { compress } from 'hono/compress';
import { HTTPException } from 'hono/http-exception';
import { moveTestClock } from './clock/move-test-clock.ts';
import { IMPORT_ADDRESS } from './console/receive-import.ts';
import { serveConsole } from './console/serve-console.ts';
import { showHealth } from './health.ts';
import type { Deps } from './kit/deps.ts';
import { keepPages } from './kit/keep-pages.ts';
import { createLimits } from './kit/limit-requests.ts';
import { passOn } from './kit/pass-on.ts';
import { makeMetrics } from './make-metrics.ts';
import { addPages } from './portal/add-pages.ts';
import { portalRouter } from './portal/router.ts';
import type { Visit } from './portal/visit.ts';
import { showReady } from './show-ready.ts';
import { braintreeChallenge, braintreeNotice } from './webhooks/braintree.ts';
import { plivoMessage } from './webhooks/plivo-message.ts';
import { plivoStatus } from './webhooks/plivo-status.ts';

/** Enough for any form or webhook that we take, and nothing to fill our memory with. */
const LARGEST_BODY = 64 * 1024;

/** A question with a picture is the one form that is larger: a little more than its limit, so that its page can say so. */
const LARGEST_QUESTION = LARGEST_PICTURE_BYTES + 2 * 1024 * 1024;
const QUESTION = /^\/(share|[^/]+\/thread)$/;

/** The whole HTTP face: what comes in, and which file answers it. */
export function makeApp(deps: Deps): Hono {
  const app = new Hono();
  const limits = createLimits(deps.trustedProxies);
  const pages = keepPages(deps.render);
  const visit = (c: Context): Visit => ({
    c,
    deps,
    ctx: deps.context(),
    limits,
    pages,
    token: c.req.param('token') ?? '',
  });

  const ofForms = bodyLimit({ maxSize: LARGEST_BODY });
  const ofQuestions = bodyLimit({
    maxSize: LARGEST_QUESTION,
    onError: (c) => c.redirect(`${c.req.path}?large=1`, 303),
  });
  app.use((c, next) => {
    // A file counts its own bytes as they come, and only for who may bring one.
    if (IMPORT_ADDRESS.test(c.req.path)) return next();
    return QUESTION.test(c.req.path) ? ofQuestions(c, next) : ofForms(c, next);
  });
  app.onError((error, c) => {
    // What a middleware turns away (a body too large) it has an answer for.
    if (error instanceof HTTPException) return error.getResponse();
    // The message may hold a query with a customer's words; its kind and place do not.
    deps.log.warn({ error: error.name, path: c.req.routePath }, 'a request failed');
    // Not "nothing was changed": a charge may have been made before the fault. It is asked about, and never made twice.
    return c.text('We could not do that just now. Try again in a minute: no bill is charged twice.', 500);
  });

  app.get('/health', (c) => showHealth(c, deps));
  app.get('/health/ready', (c) => showReady(c, deps));
  if (deps.metricsToken) app.get('/metrics', makeMetrics(deps));
  // Before the gate of all other requests: it would wait for itself.
  if (deps.moveClock) app.post('/test-clock', (c) => moveTestClock(c, deps));
  const { during } = deps;
  if (during) app.use((_, next) => during(next));
  app.on(['GET', 'POST'], '/webhooks/plivo/message', (c) => plivoMessage(c, deps));
  app.on(['GET', 'POST'], '/webhooks/plivo/status', (c) => plivoStatus(c, deps));
  app.get('/webhooks/braintree', (c) => braintreeChallenge(c, deps));
  app.post('/webhooks/braintree', (c) => braintreeNotice(c, deps));

  app.use(
    '/trpc/*',
    trpcServer({
      router: portalRouter,
      endpoint: '/trpc',
      createContext: () => {
        const flow = deps.context();
        return { em: flow.em, flow };
      },
    }),
  );

  if (deps.console) {
    app.route('/console', serveConsole(deps, deps.console, limits));
    // Short enough to type on a display's remote control; browsers keep what stands behind the #.
    app.get('/wall', (c) => c.redirect('/console/wall'));
  }

  const { cardFieldsOrigin } = deps;
  if (cardFieldsOrigin) app.all('/bt-sandbox/*', (c) => passOn(c, cardFieldsOrigin));

  addFiles(app, deps);
  addPages(app, visit);
  return app;
}

/** The portal's built files: those whose names tell what is in them for ever, the rest asked for anew. */
function addFiles(app: Hono, deps: Deps): void {
  app.use(compress());
  app.use(
    '/assets/*',
    serveStatic({
      root: deps.assets,
      onFound: (_path, c) => c.header('Cache-Control', 'public, max-age=31536000, immutable'),
    }),
  );
  app.use('/icons/*', serveStatic({ root: deps.assets }));
  app.get('/manifest.webmanifest', serveStatic({ root: deps.assets }));
  app.get(
    '/sw.js',
    serveStatic({ root: deps.assets, onFound: (_path, c) => c.header('Cache-Control', 'no-cache') }),
  );
  app.get(
    '/button.js',
    serveStatic({
      root: deps.assets,
      onFound: (_path, c) => {
        // It stands on billers' own sites, which may let in only what says that it is for them too.
        c.header('Cross-Origin-Resource-Policy', 'cross-origin');
        c.header('Cache-Control', 'public, max-age=3600');
      },
    }),
  );
}
