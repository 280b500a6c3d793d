import { randomUUID } from 'node:crypto';
import type { HttpBindings } from '@hono/node-server';
import type { Hono } from 'hono';
import { type ApiContext, readParams, refuse } from './guard-api.ts';
import { numbersOnOffer, ratesOf } from './numbers-on-offer.ts';
import { type PlivoWorld, refreshNumbers } from './open-world.ts';
import { pageOf } from './page-of.ts';
import type { SandboxNumber } from './sandbox-state.ts';

/** The Number and PhoneNumber resources: what the account rents, and a small market where it can rent more. */
export function serveNumbers(app: Hono<{ Bindings: HttpBindings }>, world: PlivoWorld): void {
  const path = '/v1/Account/:authId/Number';
  const find = (number: string) => world.numbers.get(number.replace(/^\+/, ''));
  app.get(`${path}/`, (c) => {
    const found = pageOf(c, listNumbers(world, c.req.query()));
    if ('error' in found) return refuse(c, 400, found.error);
    const objects = found.objects.map((number) => render(world, number));
    return c.json({ api_id: randomUUID(), meta: found.meta, objects });
  });
  app.get(`${path}/:number/`, (c) => {
    const number = find(c.req.param('number'));
    if (!number) return refuse(c, 404, 'number not found');
    return c.json({ api_id: randomUUID(), ...render(world, number) });
  });
  app.post(`${path}/:number/`, async (c) => {
    const number = find(c.req.param('number'));
    if (!number) return refuse(c, 404, 'number not found');
    return changeNumber(c, world, number);
  });
  app.delete(`${path}/:number/`, (c) => {
    const number = find(c.req.param('number'))?.number;
    if (!number) return refuse(c, 404, 'number not found');
    const { state } = world;
    state.bought = state.bought.filter((one) => one.number !== number);
    state.released.push(number);
    delete state.numberLinks[number];
    for (const pack of state.powerpacks) pack.numbers = pack.numbers.filter((one) => one !== number);
    refreshNumbers(world);
    world.tell({ kind: 'settings' });
    return c.body(null, 204);
  });
  app.get('/v1/Account/:authId/PhoneNumber/', (c) => {
    const query = c.req.query();
    if (!query.country_iso) return refuse(c, 400, 'country_iso parameter not present');
    const found = pageOf(c, numbersOnOffer(world, query));
    if ('error' in found) return refuse(c, 400, found.error);
    return c.json({ api_id: randomUUID(), meta: found.meta, objects: found.objects });
  });
  app.post('/v1/Account/:authId/PhoneNumber/:number/', (c) => buyNumber(c, world));
}

/** Any American number that nobody rents can be had, whether or not a search showed it. */
async function buyNumber(c: ApiContext, world: PlivoWorld): Promise<Response> {
  const number = (c.req.param('number') ?? '').replace(/^\+/, '');
  const params = (await readParams(c)) ?? {};
  if (!/^1[2-9]\d{9}$/.test(number) || world.numbers.has(number)) return refuse(c, 404, 'number not found');
  const applicationId = params.app_id ? String(params.app_id) : null;
  if (applicationId && !world.state.applications.some(({ id }) => id === applicationId))
    return refuse(c, 400, 'app_id parameter is not valid');
  world.state.released = world.state.released.filter((one) => one !== number);
  if (!world.configuredNumbers.some((one) => one.number === number))
    world.state.bought.push({ number, kind: isTollFree(number) ? 'toll-free' : 'long-code', messageUrl: '' });
  const standard = world.state.applications.find(({ isDefault }) => isDefault)?.id ?? null;
  world.state.numberLinks[number] = { applicationId: applicationId ?? standard };
  refreshNumbers(world);
  world.tell({ kind: 'settings' });
  const numbers = [{ number, status: 'Success' }];
  return c.json({ api_id: randomUUID(), message: 'created', numbers, status: 'fulfilled' }, 201);
}

async function changeNumber(c: ApiContext, world: PlivoWorld, number: SandboxNumber): Promise<Response> {
  const params = (await readParams(c)) ?? {};
  const link = { ...world.state.numberLinks[number.number] };
  if (params.app_id !== undefined) {
    const id = String(params.app_id ?? '');
    const isNone = id === '' || id === 'null';
    if (!isNone && !world.state.applications.some((application) => application.id === id))
      return refuse(c, 400, 'app_id parameter is not valid');
    link.applicationId = isNone ? null : id;
  }
  if (params.subaccount !== undefined) {
    const authId = String(params.subaccount ?? '');
    if (authId && !world.state.subaccounts.some((one) => one.authId === authId))
      return refuse(c, 400, 'subaccount parameter is not valid');
    link.subaccount = authId || null;
  }
  if (params.alias !== undefined) link.alias = String(params.alias ?? '');
  world.state.numberLinks[number.number] = link;
  refreshNumbers(world);
  world.tell({ kind: 'settings' });
  return c.json({ api_id: randomUUID(), message: 'changed' }, 202);
}

function listNumbers(world: PlivoWorld, query: Record<string, string>): SandboxNumber[] {
  const { number_startswith: start, alias, type, services, subaccount, tendlc_campaign_id: campaign } = query;
  return [...world.numbers.values()].filter(
    (number) =>
      (!start || number.number.startsWith(start)) &&
      (!alias || number.name === alias) &&
      (!type || typeOf(number) === type) &&
      (!services?.includes('voice') || number.kind !== 'short-code') &&
      (!subaccount || world.state.numberLinks[number.number]?.subaccount === subaccount) &&
      (!campaign || number.campaign === campaign),
  );
}

function render(world: PlivoWorld, number: SandboxNumber) {
  const link = world.state.numberLinks[number.number];
  const account = `/v1/Account/${world.authId}`;
  return {
    number: number.number,
    alias: number.name ?? null,
    active: true,
    added_on: new Date(world.state.openedAt).toISOString().slice(0, 10),
    application: link?.applicationId ? `${account}/Application/${link.applicationId}/` : null,
    carrier: 'Plivo',
    city: null,
    country: 'United States',
    region: 'United States',
    number_type: typeOf(number),
    sub_account: link?.subaccount ? `${account}/Subaccount/${link.subaccount}/` : null,
    sms_enabled: true,
    mms_enabled: true,
    voice_enabled: number.kind !== 'short-code',
    tendlc_campaign_id: number.campaign ?? null,
    tendlc_registration_status: number.campaign ? 'COMPLETED' : null,
    resource_uri: `${account}/Number/${number.number}/`,
    ...ratesOf(typeOf(number)),
  };
}

function typeOf({ kind }: SandboxNumber): 'tollfree' | 'local' {
  return kind === 'toll-free' ? 'tollfree' : 'local';
}

function isTollFree(number: string): boolean {
  return /^18(00|33|44|55|66|77|88)/.test(number);
}
