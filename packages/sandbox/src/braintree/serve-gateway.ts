import { gzipSync } from 'node:zlib';
import type { HttpBindings } from '@hono/node-server';
import { type Context, Hono } from 'hono';
import type { Faults } from '../control/faults.ts';
import { gatewayRoutes } from './gateway-routes.ts';
import { identifyApp, identifyCaller } from './identify-caller.ts';
import { createAccessToken, createGrant, revokeAccessToken } from './oauth/access-tokens.ts';
import type { Answer, Call, Gateway } from './state/gateway.ts';
import { group, type Params, text } from './wire/params.ts';
import { readBody } from './wire/read-body.ts';
import { writeXml } from './wire/write-xml.ts';

/** A call while it is answered: its body is read once, and its request key is known to be free or taken. */
type Env = {
  Bindings: HttpBindings;
  Variables: { body: Params; keyInFlight: boolean; gateway: Gateway };
};

/**
 * The gateway's HTTP side: credentials, the fault switchboard, JSON or XML in, XML out.
 * `save` runs before an answer to a changing call goes out, so that what was answered is not lost.
 */
export function serveGateway(gateway: Gateway, faults: Faults, save: () => Promise<void>): Hono<Env> {
  const app = new Hono<Env>();
  const keysInFlight = new Set<string>();

  app.use('/merchants/:merchantId/*', async (c, next) => {
    const caller = identifyCaller(gateway, c.req.header('authorization'), c.req.param('merchantId'));
    if (typeof caller === 'number') return new Response('', { status: caller });
    c.set('gateway', caller);
    return next();
  });
  // In front of the faults: a call that is held up there is under way, and a second one with its key finds it so.
  app.use('/merchants/:merchantId/*', async (c, next) => {
    const isForm = c.req.header('content-type')?.startsWith('multipart/');
    let body: Params = {};
    try {
      if (!isForm) body = readBody(await c.req.text());
    } catch {
      return c.body('', 400);
    }
    c.set('body', body);
    const key = text(group(body.transaction).apiRequestKey);
    c.set('keyInFlight', key !== undefined && keysInFlight.has(key));
    if (key === undefined || keysInFlight.has(key)) return next();
    keysInFlight.add(key);
    await next();
    keysInFlight.delete(key);
  });
  app.use('/merchants/:merchantId/*', faults.middleware);

  for (const [method, path, act] of gatewayRoutes) {
    app.on(method, `/merchants/:merchantId${path}`, async (c) => {
      const answered = act(c.get('gateway'), await readCall(c));
      if (method !== 'GET') await save();
      return writeAnswer(c, answered);
    });
  }
  for (const [path, act] of [
    ['/oauth_testing/grants', createGrant],
    ['/oauth/access_tokens', createAccessToken],
    ['/oauth/revoke_access_token', revokeAccessToken],
  ] as const) {
    app.post(path, async (c) => {
      const caller = identifyApp(gateway, c.req.header('authorization'));
      if (!caller) return c.body('', 401);
      c.set('body', readBody(await c.req.text()));
      c.set('keyInFlight', false);
      const answered = act(caller, await readCall(c));
      await save();
      return writeAnswer(c, answered);
    });
  }
  app.all('/merchants/*', (c) => c.body('', 404));
  return app;
}

async function readCall(c: Context<Env>): Promise<Call> {
  const isForm = c.req.header('content-type')?.startsWith('multipart/');
  return {
    path: c.req.param() as Record<string, string>,
    query: new URL(c.req.url).searchParams,
    body: c.get('body'),
    keyInFlight: c.get('keyInFlight'),
    ...(isForm ? await readForm(c) : {}),
  };
}

/** Hono has forgotten the content type of a body that was read before, so the form is read here. */
async function readForm(c: Context<Env>): Promise<Pick<Call, 'form' | 'fileBytes'>> {
  const type = c.req.header('content-type') ?? '';
  const form = await new Response(await c.req.arrayBuffer(), {
    headers: { 'content-type': type },
  }).formData();
  const file = form.get('file');
  return file instanceof Blob ? { form, fileBytes: new Uint8Array(await file.arrayBuffer()) } : { form };
}

function writeAnswer(c: Context<Env>, answered: Answer): Response {
  const { status } = answered;
  if (status >= 400 && status !== 422) return new Response('', { status });
  // The vendor answers a deletion with one blank, which its SDK reads as an empty object.
  const xml = answered.body ? writeXml(answered.body) : ' ';
  const headers = { 'content-type': 'application/xml; charset=utf-8' };
  if (!c.req.header('accept-encoding')?.includes('gzip')) return new Response(xml, { status, headers });
  return new Response(new Uint8Array(gzipSync(xml)), {
    status,
    headers: { ...headers, 'content-encoding': 'gzip' },
  });
}
