import { randomUUID } from 'node:crypto';
import type { HttpBindings } from '@hono/node-server';
import type { Hono } from 'hono';
import { refuse } from './guard-api.ts';
import type { PlivoWorld } from './open-world.ts';
import { pageOf } from './page-of.ts';
import type { MediaFile } from './resource-records.ts';

const mostFiles = 10;
const mostBytes = 2 * 1024 * 1024;
const unusedForMs = 6 * 3_600_000;
const usedForMs = 365 * 24 * 3_600_000;
const taken = /^(image\/(jpe?g|png|gif)|video\/mp4|application\/pdf|text\/)/;

/**
 * The Media resource: files for picture messages, up to ten in a call of 2 MB each. One that no text used is gone after
 * six hours, one that was used after a year. What is too large or of another kind is refused file by file.
 */
export function serveMedia(app: Hono<{ Bindings: HttpBindings }>, world: PlivoWorld): void {
  const path = '/v1/Account/:authId/Media';
  app.post(`${path}/`, async (c) => {
    const { file } = await c.req.parseBody({ all: true });
    const files = [file ?? []].flat().filter((one) => one instanceof File);
    if (!files.length) return refuse(c, 400, 'file parameter not present');
    if (files.length > mostFiles) return refuse(c, 400, `file parameter has more than ${mostFiles} files`);
    const { origin } = new URL(c.req.url);
    const objects = await Promise.all(files.map((one) => keep(world, one, origin)));
    world.tell({ kind: 'settings' });
    return c.json({ api_id: randomUUID(), objects });
  });
  app.get(`${path}/`, (c) => {
    const found = pageOf(c, currentMedia(world).reverse());
    if ('error' in found) return refuse(c, 400, found.error);
    return c.json({ api_id: randomUUID(), meta: found.meta, objects: found.objects.map(render) });
  });
  app.get(`${path}/:id/`, (c) => {
    const found = currentMedia(world).find(({ id }) => id === c.req.param('id'));
    return found ? c.json({ api_id: randomUUID(), ...render(found) }) : refuse(c, 404, 'media not found');
  });
  app.get('/media/:id', (c) => {
    const found = currentMedia(world).find(({ id }) => id === c.req.param('id'));
    const bytes = found && world.mediaBytes.get(found.id);
    return bytes ? c.body(bytes, 200, { 'content-type': found.contentType }) : c.notFound();
  });
}

/** The files that are still there, oldest first. */
export function currentMedia(world: PlivoWorld): MediaFile[] {
  const now = world.now();
  return world.state.media.filter(({ uploadedAt, usedAt }) =>
    usedAt === null ? now < uploadedAt + unusedForMs : now < usedAt + usedForMs,
  );
}

async function keep(world: PlivoWorld, file: File, origin: string) {
  const contentType = file.type.split(';')[0] ?? '';
  const described = { content_type: contentType, file_name: file.name, size: file.size };
  const error =
    file.size > mostBytes
      ? 'file size is more than 2 MB'
      : taken.test(contentType)
        ? null
        : 'content type is not supported';
  if (error) return { ...described, media_id: '', status: 'failed', status_code: 400, error_message: error };
  const id = randomUUID();
  const url = `${origin}/media/${id}`;
  const { name, size } = file;
  const kept = { id, name, contentType, size, url, uploadedAt: world.now(), usedAt: null };
  world.mediaBytes.set(id, await file.arrayBuffer());
  world.state.media.push(kept);
  return { ...render(kept), status: 'success', status_code: 201 };
}

function render({ id, name, contentType, size, url, uploadedAt }: MediaFile) {
  return {
    content_type: contentType,
    file_name: name,
    media_id: id,
    media_url: url,
    size,
    upload_time: new Date(uploadedAt).toISOString(),
  };
}
