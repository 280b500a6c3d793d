import { randomUUID } from 'node:crypto';
import type { HttpBindings } from '@hono/node-server';
import type { Hono } from 'hono';
import { readParams, refuse } from './guard-api.ts';
import type { PlivoWorld } from './open-world.ts';
import { formatTime } from './render-message.ts';
import type { Powerpack } from './sandbox-state.ts';

/**
 * The Powerpack resource and its number pool. A pool has the uuid of its powerpack, and holds only numbers that the
 * account already rents: buying one needs a market, which the sandbox has not.
 */
export function servePowerpacks(app: Hono<{ Bindings: HttpBindings }>, world: PlivoWorld): void {
  const path = '/v1/Account/:authId/Powerpack';
  const find = (uuid: string | undefined) => world.state.powerpacks.find((pack) => pack.uuid === uuid);
  app.post(`${path}/`, async (c) => {
    const params = (await readParams(c)) ?? {};
    if (typeof params.name !== 'string' || !params.name) return refuse(c, 400, 'name parameter not present');
    const powerpack = change(
      {
        uuid: randomUUID(),
        name: params.name,
        numbers: [],
        stickySender: true,
        localConnect: true,
        applicationId: null,
        createdAt: world.now(),
      },
      params,
    );
    world.state.powerpacks.push(powerpack);
    world.tell({ kind: 'settings' });
    return c.json({ api_id: randomUUID(), ...render(world, powerpack) }, 201);
  });
  app.get(`${path}/`, (c) => {
    const objects = world.state.powerpacks.map((pack) => render(world, pack));
    const meta = { limit: 20, offset: 0, next: null, previous: null, total_count: objects.length };
    return c.json({ api_id: randomUUID(), meta, objects });
  });
  app.get(`${path}/:uuid/`, (c) => {
    const powerpack = find(c.req.param('uuid'));
    return powerpack
      ? c.json({ api_id: randomUUID(), ...render(world, powerpack) })
      : refuse(c, 404, 'powerpack not found');
  });
  app.post(`${path}/:uuid/`, async (c) => {
    const powerpack = find(c.req.param('uuid'));
    if (!powerpack) return refuse(c, 404, 'powerpack not found');
    change(powerpack, (await readParams(c)) ?? {});
    world.tell({ kind: 'settings' });
    return c.json({ api_id: randomUUID(), ...render(world, powerpack) });
  });
  app.delete(`${path}/:uuid/`, (c) => {
    const powerpack = find(c.req.param('uuid'));
    if (!powerpack) return refuse(c, 404, 'powerpack not found');
    world.state.powerpacks = world.state.powerpacks.filter((other) => other !== powerpack);
    world.tell({ kind: 'settings' });
    return c.json({ api_id: randomUUID(), response: 'success' });
  });
  servePool(app, world, find);
}

function servePool(
  app: Hono<{ Bindings: HttpBindings }>,
  world: PlivoWorld,
  find: (uuid: string | undefined) => Powerpack | undefined,
): void {
  // The vendor keeps three lists in a pool; the SDK addresses each by its own path segment.
  const path = '/v1/Account/:authId/NumberPool/:pool/:list{Number|Tollfree|Shortcode}';
  app.get(`${path}/`, (c) => {
    const powerpack = find(c.req.param('pool'));
    if (!powerpack) return refuse(c, 404, 'number pool not found');
    const objects = powerpack.numbers
      .filter((number) => listOf(world, number) === c.req.param('list'))
      .map((number) => renderNumber(world, powerpack, number));
    const meta = { limit: 20, offset: 0, next: null, previous: null, total_count: objects.length };
    return c.json({ api_id: randomUUID(), meta, objects });
  });
  app.get(`${path}/:number/`, (c) => {
    const powerpack = find(c.req.param('pool'));
    const number = c.req.param('number') ?? '';
    if (!powerpack?.numbers.includes(number)) return refuse(c, 404, 'number not found in the pool');
    return c.json({ api_id: randomUUID(), ...renderNumber(world, powerpack, number) });
  });
  app.post(`${path}/:number/`, (c) => {
    const powerpack = find(c.req.param('pool'));
    const number = c.req.param('number') ?? '';
    if (!powerpack) return refuse(c, 404, 'number pool not found');
    if (!world.numbers.has(number)) return refuse(c, 400, 'the account does not rent this number');
    if (!powerpack.numbers.includes(number)) powerpack.numbers.push(number);
    world.tell({ kind: 'settings' });
    return c.json({ api_id: randomUUID(), ...renderNumber(world, powerpack, number) }, 201);
  });
  app.delete(`${path}/:number/`, (c) => {
    const powerpack = find(c.req.param('pool'));
    const number = c.req.param('number') ?? '';
    if (!powerpack?.numbers.includes(number)) return refuse(c, 404, 'number not found in the pool');
    powerpack.numbers = powerpack.numbers.filter((other) => other !== number);
    world.tell({ kind: 'settings' });
    return c.json({ api_id: randomUUID(), response: 'success' });
  });
}

function change(powerpack: Powerpack, params: Record<string, unknown>): Powerpack {
  const flag = (value: unknown, otherwise: boolean) =>
    value === undefined ? otherwise : String(value) === 'true';
  if (typeof params.name === 'string' && params.name) powerpack.name = params.name;
  powerpack.stickySender = flag(params.sticky_sender, powerpack.stickySender);
  powerpack.localConnect = flag(params.local_connect, powerpack.localConnect);
  if (typeof params.application_id === 'string') powerpack.applicationId = params.application_id;
  return powerpack;
}

function render(world: PlivoWorld, powerpack: Powerpack) {
  return {
    uuid: powerpack.uuid,
    name: powerpack.name,
    sticky_sender: powerpack.stickySender,
    local_connect: powerpack.localConnect,
    application_type: powerpack.applicationId ? 'xml' : null,
    application_id: powerpack.applicationId,
    number_pool: `/v1/Account/${world.authId}/NumberPool/${powerpack.uuid}/`,
    created_on: formatTime(powerpack.createdAt),
  };
}

function renderNumber(world: PlivoWorld, powerpack: Powerpack, number: string) {
  return {
    account_phone_number_resource: `/v1/Account/${world.authId}/Number/${number}/`,
    added_on: formatTime(powerpack.createdAt),
    country_iso2: 'US',
    number,
    number_pool_uuid: powerpack.uuid,
    service: 'sms',
    type: listOf(world, number) === 'Tollfree' ? 'tollfree' : 'local',
  };
}

function listOf(world: PlivoWorld, number: string): 'Number' | 'Tollfree' | 'Shortcode' {
  const kind = world.numbers.get(number)?.kind;
  if (kind === 'toll-free') return 'Tollfree';
  return kind === 'short-code' ? 'Shortcode' : 'Number';
}
