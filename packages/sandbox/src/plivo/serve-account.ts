import { randomUUID } from 'node:crypto';
import type { HttpBindings } from '@hono/node-server';
import type { Hono } from 'hono';
import { readParams, refuse } from './guard-api.ts';
import { judgeDestination } from './judge-destination.ts';
import type { PlivoWorld } from './open-world.ts';
import { priceList } from './price-list.ts';
import { readDestinations } from './read-destinations.ts';

const changeable = ['name', 'address', 'city', 'state', 'timezone'];

/** The account itself, prices, the record of calls that it asked for, and carrier lookup. */
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
      address: '',
      city: '',
      state: '',
      timezone: 'UTC',
      ...world.state.account,
    }),
  );
  app.post(`${path}/`, async (c) => {
    const params = (await readParams(c)) ?? {};
    for (const name of changeable) {
      if (params[name] !== undefined) world.state.account[name] = String(params[name]);
    }
    world.tell({ kind: 'settings' });
    return c.json({ api_id: randomUUID(), message: 'changed' }, 202);
  });
  app.get(`${path}/Pricing/`, (c) => {
    const country = (c.req.query('country_iso') ?? '').toUpperCase();
    if (!country) return refuse(c, 400, 'country_iso parameter not present');
    const found = priceList(country);
    return found ? c.json({ api_id: randomUUID(), ...found }) : refuse(c, 404, 'country not found');
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
