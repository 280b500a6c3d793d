import { randomUUID } from 'node:crypto';
import type { HttpBindings } from '@hono/node-server';
import type { Hono } from 'hono';
import { readParams, refuse } from './guard-api.ts';
import { judgeDestination } from './judge-destination.ts';
import type { PlivoWorld } from './open-world.ts';
import { readDestinations } from './read-destinations.ts';
import type { SandboxNumber } from './sandbox-state.ts';

/** The account itself, its rented numbers, the record of calls that it asked for, and carrier lookup. */
export function serveAccount(app: Hono<{ Bindings: HttpBindings }>, world: PlivoWorld): void {
  const path = '/v1/Account/:authId';
  app.get(`${path}/`, (c) =>
    c.json({
      api_id: randomUUID(),
      account_type: 'standard',
      auth_id: world.authId,
      auto_recharge: false,
      billing_mode: 'prepaid',
      cash_credits: world.state.settings.hasCredit ? '100.00000' : '0.00000',
      name: 'Sandbox',
      resource_uri: `/v1/Account/${world.authId}/`,
      timezone: 'UTC',
    }),
  );
  app.get(`${path}/Number/`, (c) => {
    const objects = [...world.numbers.values()].map((number) => renderNumber(world, number));
    const meta = { limit: 20, offset: 0, next: null, previous: null, total_count: objects.length };
    return c.json({ api_id: randomUUID(), meta, objects });
  });
  app.get(`${path}/Number/:number/`, (c) => {
    const number = world.numbers.get(c.req.param('number'));
    if (!number) return refuse(c, 404, 'number not found');
    return c.json({ api_id: randomUUID(), ...renderNumber(world, number) });
  });
  app.post(`${path}/Call/`, async (c) => {
    const params = (await readParams(c)) ?? {};
    const from = String(params.from ?? '').replace(/^\+/, '');
    const to = readDestinations(String(params.to ?? '')).valid[0];
    if (!from || !to) return refuse(c, 400, 'from and to parameters are required');
    if (!params.answer_url) return refuse(c, 400, 'answer_url parameter not present');
    const call = { uuid: randomUUID(), from, to, answerUrl: String(params.answer_url), at: world.now() };
    world.state.calls.push(call);
    world.tell({ kind: 'settings' });
    return c.json({ api_id: randomUUID(), message: 'call fired', request_uuid: call.uuid }, 201);
  });
  app.get('/v1/Number/:number/', (c) => {
    const number = readDestinations(c.req.param('number')).valid[0];
    if (!number) return refuse(c, 404, 'not a valid phone number');
    return c.json({ api_id: randomUUID(), ...renderLookup(world, number) });
  });
}

function renderNumber(world: PlivoWorld, { number, kind, name, campaign }: SandboxNumber) {
  return {
    number,
    alias: name ?? null,
    active: true,
    application: null,
    country: 'United States',
    number_type: kind === 'toll-free' ? 'tollfree' : 'local',
    sms_enabled: true,
    mms_enabled: true,
    voice_enabled: kind !== 'short-code',
    tendlc_campaign_id: campaign ?? null,
    tendlc_registration_status: campaign ? 'COMPLETED' : null,
    resource_uri: `/v1/Account/${world.authId}/Number/${number}/`,
  };
}

/** A number whose texts end in code 50 is a landline to the lookup as well. */
function renderLookup(world: PlivoWorld, number: string) {
  const isLandline = judgeDestination(number, world.state.destinations[number]).errorCode === '50';
  const isTollFree = /^18(00|33|44|55|66|77|88)/.test(number);
  const isAmerican = number.startsWith('1');
  return {
    phone_number: `+${number}`,
    country: isAmerican ? { name: 'United States', code_iso2: 'US', code_iso3: 'USA' } : null,
    format: { e164: `+${number}` },
    carrier: {
      mobile_country_code: isLandline ? null : '310',
      mobile_network_code: isLandline ? null : '260',
      name: isLandline ? 'Sandbox Wireline' : 'Sandbox Wireless',
      type: isTollFree ? 'toll-free' : isLandline ? 'fixed' : 'mobile',
      ported: 'unknown',
    },
    resource_uri: `/v1/Number/+${number}?type=carrier`,
  };
}
