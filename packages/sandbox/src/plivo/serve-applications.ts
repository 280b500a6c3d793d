import { randomInt, randomUUID } from 'node:crypto';
import type { HttpBindings } from '@hono/node-server';
import type { Hono } from 'hono';
import { readParams, refuse } from './guard-api.ts';
import { type PlivoWorld, refreshNumbers } from './open-world.ts';
import { pageOf } from './page-of.ts';
import type { Application } from './resource-records.ts';

/** The Application resource. A number on an application gets its texts posted to the application's message_url. */
export function serveApplications(app: Hono<{ Bindings: HttpBindings }>, world: PlivoWorld): void {
  const path = '/v1/Account/:authId/Application';
  const find = (id: string) => world.state.applications.find((application) => application.id === id);
  const changed = () => {
    refreshNumbers(world);
    world.tell({ kind: 'settings' });
  };
  app.post(`${path}/`, async (c) => {
    const params = (await readParams(c)) ?? {};
    if (typeof params.app_name !== 'string' || !params.app_name)
      return refuse(c, 400, 'app_name parameter not present');
    const refusal = faultOf(params);
    if (refusal) return refuse(c, 400, refusal);
    const application = change(blank(params.app_name), params);
    world.state.applications.push(application);
    changed();
    return c.json({ api_id: randomUUID(), app_id: application.id, message: 'created' }, 201);
  });
  app.get(`${path}/`, (c) => {
    const { subaccount } = c.req.query();
    const own = world.state.applications.filter((one) => !subaccount || one.subaccount === subaccount);
    const found = pageOf(c, own);
    if ('error' in found) return refuse(c, 400, found.error);
    const objects = found.objects.map((application) => render(world, application));
    return c.json({ api_id: randomUUID(), meta: found.meta, objects });
  });
  app.get(`${path}/:id/`, (c) => {
    const application = find(c.req.param('id'));
    if (!application) return refuse(c, 404, 'application not found');
    return c.json({ api_id: randomUUID(), ...render(world, application) });
  });
  app.post(`${path}/:id/`, async (c) => {
    const application = find(c.req.param('id'));
    if (!application) return refuse(c, 404, 'application not found');
    const params = (await readParams(c)) ?? {};
    const refusal = faultOf(params);
    if (refusal) return refuse(c, 400, refusal);
    change(application, params);
    changed();
    return c.json({ api_id: randomUUID(), message: 'changed' }, 202);
  });
  app.delete(`${path}/:id/`, (c) => {
    const application = find(c.req.param('id'));
    if (!application) return refuse(c, 404, 'application not found');
    world.state.applications = world.state.applications.filter((other) => other !== application);
    for (const link of Object.values(world.state.numberLinks)) {
      if (link.applicationId === application.id) link.applicationId = null;
    }
    changed();
    return c.body(null, 204);
  });
}

const addresses = {
  message_url: 'messageUrl',
  answer_url: 'answerUrl',
  hangup_url: 'hangupUrl',
  fallback_answer_url: 'fallbackAnswerUrl',
} as const;

const methods = {
  answer_method: 'answerMethod',
  hangup_method: 'hangupMethod',
  fallback_method: 'fallbackMethod',
} as const;

function blank(name: string): Application {
  return {
    id: String(randomInt(10_000_000, 100_000_000)) + String(randomInt(10_000_000, 100_000_000)),
    name,
    messageUrl: '',
    messageMethod: 'POST',
    answerUrl: '',
    answerMethod: 'POST',
    hangupUrl: '',
    hangupMethod: 'POST',
    fallbackAnswerUrl: '',
    fallbackMethod: 'POST',
    logsIncoming: true,
    isDefault: false,
    subaccount: null,
  };
}

/** What is wrong with the addresses and methods that were sent, in the words of the 400. */
function faultOf(params: Record<string, unknown>): string | undefined {
  for (const name of Object.keys(addresses)) {
    const url = params[name];
    if (url && !(URL.canParse(String(url)) && /^https?:/.test(String(url))))
      return `${name} parameter is not a valid url`;
  }
  for (const name of [...Object.keys(methods), 'message_method']) {
    const method = params[name];
    if (method !== undefined && !/^(GET|POST)$/i.test(String(method)))
      return `${name} parameter is not GET or POST`;
  }
  return undefined;
}

function change(application: Application, params: Record<string, unknown>): Application {
  if (params.app_name) application.name = String(params.app_name);
  for (const [name, field] of Object.entries(addresses)) {
    if (params[name] !== undefined) application[field] = String(params[name]);
  }
  for (const [name, field] of Object.entries(methods)) {
    if (params[name] !== undefined) application[field] = String(params[name]).toUpperCase();
  }
  if (params.message_method !== undefined)
    application.messageMethod = String(params.message_method).toUpperCase() === 'GET' ? 'GET' : 'POST';
  if (params.default_number_app !== undefined)
    application.isDefault = String(params.default_number_app) === 'true';
  if (params.log_incoming_messages !== undefined)
    application.logsIncoming = String(params.log_incoming_messages) === 'true';
  if (params.subaccount !== undefined) application.subaccount = String(params.subaccount) || null;
  return application;
}

function render(world: PlivoWorld, application: Application) {
  return {
    answer_method: application.answerMethod,
    answer_url: application.answerUrl,
    app_id: application.id,
    app_name: application.name,
    application_type: 'XML',
    default_app: application.isDefault,
    default_endpoint_app: false,
    enabled: true,
    fallback_answer_url: application.fallbackAnswerUrl,
    fallback_method: application.fallbackMethod,
    hangup_method: application.hangupMethod,
    hangup_url: application.hangupUrl,
    log_incoming_message: application.logsIncoming,
    message_method: application.messageMethod,
    message_url: application.messageUrl,
    public_uri: false,
    resource_uri: `/v1/Account/${world.authId}/Application/${application.id}/`,
    sip_uri: `sip:${application.id}@app.plivo.com`,
    sub_account: application.subaccount
      ? `/v1/Account/${world.authId}/Subaccount/${application.subaccount}/`
      : null,
  };
}
