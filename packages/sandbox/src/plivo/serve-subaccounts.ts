import { randomBytes, randomUUID } from 'node:crypto';
import type { HttpBindings } from '@hono/node-server';
import type { Hono } from 'hono';
import { readParams, refuse } from './guard-api.ts';
import type { PlivoWorld } from './open-world.ts';
import { pageOf } from './page-of.ts';
import type { Subaccount } from './resource-records.ts';

/** The Subaccount resource. They can be kept in order here; nobody signs in as one. */
export function serveSubaccounts(app: Hono<{ Bindings: HttpBindings }>, world: PlivoWorld): void {
  const path = '/v1/Account/:authId/Subaccount';
  const find = (authId: string) => world.state.subaccounts.find((one) => one.authId === authId);
  app.post(`${path}/`, async (c) => {
    const params = (await readParams(c)) ?? {};
    if (typeof params.name !== 'string' || !params.name) return refuse(c, 400, 'name parameter not present');
    const made: Subaccount = {
      authId: `SA${randomBytes(9).toString('hex').toUpperCase()}`,
      authToken: randomBytes(30).toString('base64'),
      name: params.name,
      isEnabled: String(params.enabled) === 'true',
      createdAt: world.now(),
      modifiedAt: null,
    };
    world.state.subaccounts.push(made);
    world.tell({ kind: 'settings' });
    const { authId, authToken } = made;
    return c.json({ api_id: randomUUID(), auth_id: authId, auth_token: authToken, message: 'created' }, 201);
  });
  app.get(`${path}/`, (c) => {
    const found = pageOf(c, world.state.subaccounts);
    if ('error' in found) return refuse(c, 400, found.error);
    const objects = found.objects.map((one) => render(world, one));
    return c.json({ api_id: randomUUID(), meta: found.meta, objects });
  });
  app.get(`${path}/:subaccount/`, (c) => {
    const found = find(c.req.param('subaccount'));
    if (!found) return refuse(c, 404, 'subaccount not found');
    return c.json({ api_id: randomUUID(), ...render(world, found) });
  });
  app.post(`${path}/:subaccount/`, async (c) => {
    const found = find(c.req.param('subaccount'));
    if (!found) return refuse(c, 404, 'subaccount not found');
    const params = (await readParams(c)) ?? {};
    if (typeof params.name !== 'string' || !params.name) return refuse(c, 400, 'name parameter not present');
    found.name = params.name;
    if (params.enabled !== undefined) found.isEnabled = String(params.enabled) === 'true';
    found.modifiedAt = world.now();
    world.tell({ kind: 'settings' });
    return c.json({ api_id: randomUUID(), message: 'changed' }, 202);
  });
  app.delete(`${path}/:subaccount/`, (c) => {
    const found = find(c.req.param('subaccount'));
    if (!found) return refuse(c, 404, 'subaccount not found');
    world.state.subaccounts = world.state.subaccounts.filter((other) => other !== found);
    world.tell({ kind: 'settings' });
    return c.body(null, 204);
  });
}

function render(
  world: PlivoWorld,
  { authId, authToken, name, isEnabled, createdAt, modifiedAt }: Subaccount,
) {
  return {
    account: `/v1/Account/${world.authId}/`,
    auth_id: authId,
    auth_token: authToken,
    created: dayOf(createdAt),
    enabled: isEnabled,
    modified: modifiedAt === null ? null : dayOf(modifiedAt),
    name,
    resource_uri: `/v1/Account/${world.authId}/Subaccount/${authId}/`,
  };
}

function dayOf(ms: number): string {
  return new Date(ms).toISOString().slice(0, 10);
}
