import { randomUUID } from 'node:crypto';
import type { HttpBindings } from '@hono/node-server';
import type { Hono } from 'hono';
import { acceptText } from './accept-text.ts';
import { type ApiContext, readParams, refuse } from './guard-api.ts';
import { listMessages } from './list-messages.ts';
import type { PlivoWorld } from './open-world.ts';
import { pickSender } from './pick-sender.ts';
import { readSendRequest, type SendRequest } from './read-send-request.ts';
import { renderMessage } from './render-message.ts';
import { currentMedia } from './serve-media.ts';

/** The Message resource: send, get, list, and the media of one. */
export function serveMessages(app: Hono<{ Bindings: HttpBindings }>, world: PlivoWorld): void {
  const path = '/v1/Account/:authId/Message';
  app.post(`${path}/`, (c) => send(c, world));
  app.get(`${path}/`, (c) => list(c, world));
  app.get(`${path}/:uuid/`, (c) => {
    const text = world.texts.get(c.req.param('uuid'));
    if (!text) return refuse(c, 404, 'not found');
    const source = world.numbers.get(text.from);
    return c.json({ api_id: randomUUID(), ...renderMessage(text, world.authId, source) });
  });
  app.get(`${path}/:uuid/Media/`, (c) => {
    const text = world.texts.get(c.req.param('uuid'));
    if (!text) return refuse(c, 404, 'not found');
    const objects = text.media.map((url, index) => {
      const file = world.state.media.find((one) => one.url === url);
      return {
        content_type: file?.contentType ?? 'application/octet-stream',
        file_name: file?.name ?? null,
        media_id: file?.id ?? `${text.uuid}-${index}`,
        media_url: url,
        message_uuid: text.uuid,
        size: file?.size ?? 0,
      };
    });
    return c.json({ api_id: randomUUID(), objects });
  });
}

async function send(c: ApiContext, world: PlivoWorld): Promise<Response> {
  const params = await readParams(c);
  if (!params) return refuse(c, 400, 'invalid request body');
  const request = readSendRequest(params);
  if ('error' in request) return refuse(c, 400, request.error);
  if (world.now() < world.state.noCreditUntil) return refuse(c, 400, 'Insufficient Credit');
  const senders = sendersOf(world, request);
  if (!senders) return refuse(c, 400, 'powerpack_uuid parameter is not valid');
  const files = filesOf(world, request.mediaIds);
  if (!files) return refuse(c, 400, 'media_ids parameter is not valid');
  const media = [...(request.draft.media ?? []), ...files];
  const apiId = randomUUID();
  const requesterIp = c.env.incoming.socket.remoteAddress ?? '127.0.0.1';
  const uuids = request.destinations.map((to) => {
    const { powerpackUuid, draft } = request;
    const from = senders(to);
    return acceptText(world, { ...draft, media, origin: 'api', from, to, powerpackUuid, apiId, requesterIp })
      .uuid;
  });
  return c.json(
    {
      api_id: apiId,
      message: 'message(s) queued',
      message_uuid: uuids,
      ...(request.invalid.length ? { invalid_number: request.invalid } : {}),
    },
    202,
  );
}

/** Who sends to each destination; null where the powerpack is not known or has no number. */
function sendersOf(world: PlivoWorld, { src, powerpackUuid }: SendRequest): ((to: string) => string) | null {
  if (src) return () => src;
  const powerpack = world.state.powerpacks.find((pack) => pack.uuid === powerpackUuid);
  if (!powerpack?.numbers.length) return null;
  return (to) => pickSender(world, powerpack, to);
}

/** The addresses of uploaded files, which count as used from here on; null where one is not known. */
function filesOf(world: PlivoWorld, ids: readonly string[]): string[] | null {
  const files = ids.map((id) => currentMedia(world).find((file) => file.id === id));
  if (files.includes(undefined)) return null;
  return files.flatMap((file) => {
    if (!file) return [];
    file.usedAt = world.now();
    return [file.url];
  });
}

function list(c: ApiContext, world: PlivoWorld): Response {
  const query = c.req.query();
  const found = listMessages(world.state.texts, query);
  if ('error' in found) return refuse(c, 400, found.error);
  const { page, limit, offset, hasMore } = found;
  const pageAt = (at: number) => {
    const search = new URLSearchParams({ ...query, limit: String(limit), offset: String(at) });
    return `/v1/Account/${world.authId}/Message/?${search}`;
  };
  return c.json({
    api_id: randomUUID(),
    meta: {
      limit,
      offset,
      next: hasMore ? pageAt(offset + limit) : null,
      previous: offset > 0 ? pageAt(Math.max(0, offset - limit)) : null,
    },
    objects: page.map((text) => renderMessage(text, world.authId, world.numbers.get(text.from))),
  });
}
