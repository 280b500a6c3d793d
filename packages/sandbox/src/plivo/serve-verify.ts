import { randomInt, randomUUID } from 'node:crypto';
import type { HttpBindings } from '@hono/node-server';
import type { Hono } from 'hono';
import { acceptText } from './accept-text.ts';
import { type ApiContext, readParams, refuse } from './guard-api.ts';
import type { PlivoWorld } from './open-world.ts';
import { readDestinations } from './read-destinations.ts';
import { formatTime } from './render-message.ts';
import type { VerifySession } from './sandbox-state.ts';

const mostTries = 10;
const validForMs = 10 * 60_000;
const usualCodeLength = 6;

/** The Verify resource: a one-time code by text, checked by the vendor. Spoken codes are made but never heard. */
export function serveVerify(app: Hono<{ Bindings: HttpBindings }>, world: PlivoWorld): void {
  const path = '/v1/Account/:authId/Verify/Session';
  const find = (uuid: string | undefined) => world.state.sessions.find((session) => session.uuid === uuid);
  app.post(`${path}/`, (c) => start(c, world));
  app.get(`${path}/`, (c) => {
    const sessions = world.state.sessions.map((session) => render(world, session)).reverse();
    const meta = { limit: 20, offset: 0, next: null, previous: null };
    return c.json({ api_id: randomUUID(), meta, sessions: sessions.slice(0, 20) });
  });
  app.get(`${path}/:uuid/`, (c) => {
    const session = find(c.req.param('uuid'));
    return session
      ? c.json({ api_id: randomUUID(), ...render(world, session) })
      : refuse(c, 404, 'not found');
  });
  app.post(`${path}/:uuid/`, async (c) => {
    const session = find(c.req.param('uuid'));
    return session ? check(c, world, session) : refuse(c, 404, 'session not found');
  });
}

async function start(c: ApiContext, world: PlivoWorld): Promise<Response> {
  const params = await readParams(c);
  const recipient = readDestinations(String(params?.recipient ?? '')).valid[0];
  const channel = params?.channel ?? 'sms';
  if (!params || !recipient) return refuse(c, 400, 'recipient parameter is not a valid phone number');
  if (channel !== 'sms' && channel !== 'voice')
    return refuse(c, 400, 'channel parameter is not sms or voice');
  const length = Number(params.code_length ?? usualCodeLength);
  if (!(length >= 4 && length <= 8)) return refuse(c, 400, 'code_length parameter is not from 4 to 8');
  const code = Array.from({ length }, () => randomInt(10)).join('');
  const brand = params.brand_name ? ` for ${params.brand_name}` : '';
  const from = [...world.numbers.keys()][0] ?? '';
  const text = channel === 'sms' ? `${code} is your verification code${brand}.` : null;
  const session: VerifySession = {
    uuid: randomUUID(),
    appUuid: String(params.app_uuid ?? randomUUID()),
    recipient,
    channel,
    locale: String(params.locale ?? 'en_US'),
    code,
    isVerified: false,
    tries: 0,
    textUuid: text && acceptText(world, { origin: 'verify', from, to: recipient, text, log: 'false' }).uuid,
    requesterIp: c.env.incoming.socket.remoteAddress ?? '127.0.0.1',
    createdAt: world.now(),
    updatedAt: world.now(),
  };
  world.state.sessions.push(session);
  return c.json({ api_id: randomUUID(), message: 'Session initiated', session_uuid: session.uuid }, 202);
}

async function check(c: ApiContext, world: PlivoWorld, session: VerifySession): Promise<Response> {
  const otp = String((await readParams(c))?.otp ?? '');
  if (statusOf(world, session) !== 'in-progress') return refuse(c, 400, 'session is verified or expired');
  session.tries += 1;
  session.updatedAt = world.now();
  session.isVerified = otp === session.code;
  world.tell({ kind: 'settings' });
  if (!session.isVerified) return refuse(c, 400, 'otp is incorrect');
  return c.json({ api_id: randomUUID(), message: 'session validated successfully.' });
}

function statusOf(world: PlivoWorld, session: VerifySession): 'in-progress' | 'verified' | 'expired' {
  if (session.isVerified) return 'verified';
  const isOver = session.tries >= mostTries || world.now() > session.createdAt + validForMs;
  return isOver ? 'expired' : 'in-progress';
}

function render(world: PlivoWorld, session: VerifySession) {
  const text = session.textUuid ? world.texts.get(session.textUuid) : undefined;
  return {
    session_uuid: session.uuid,
    app_uuid: session.appUuid,
    alias: null,
    recipient: session.recipient,
    channel: session.channel,
    locale: session.locale,
    status: statusOf(world, session),
    count: 1,
    requestor_ip: session.requesterIp,
    destination_country_iso2: 'US',
    destination_network: null,
    attempt_details: [
      {
        channel: session.channel,
        attempt_uuid: session.textUuid ?? session.uuid,
        status: text?.state ?? 'in-progress',
        time: formatTime(session.createdAt),
      },
    ],
    charges: { total_charge: '0.00000', validation_charge: '0.00000', attempt_charges: [] },
    created_at: formatTime(session.createdAt),
    updated_at: formatTime(session.updatedAt),
  };
}
