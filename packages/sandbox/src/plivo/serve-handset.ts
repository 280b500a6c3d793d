import { readdirSync, readFileSync } from 'node:fs';
import type { HttpBindings } from '@hono/node-server';
import type { Hono } from 'hono';

const folder = new URL('./handset/', import.meta.url);
const types: Record<string, string> = {
  html: 'text/html; charset=utf-8',
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  svg: 'image/svg+xml',
};

/** Frames of any origin, since a text may link anywhere; scripts and styles only of our own. */
const contentPolicy = [
  "default-src 'self'",
  'frame-src http: https:',
  'img-src http: https: data:',
  "object-src 'none'",
  "base-uri 'none'",
  "frame-ancestors 'self'",
].join('; ');

/** The page that is a customer's phone: at `/` and `/handset`, its parts under `/handset/`. Read once, at the start. */
export function serveHandset(app: Hono<{ Bindings: HttpBindings }>): void {
  const files = new Map(
    readdirSync(folder)
      .filter((name) => !name.includes('.test.'))
      .map((name) => [name, readFileSync(new URL(name, folder))]),
  );
  const serve = (name: string) => {
    const file = files.get(name);
    const type = types[name.split('.').at(-1) ?? ''];
    if (!file || !type) return null;
    return new Response(file, {
      headers: {
        'content-type': type,
        'cache-control': 'no-cache',
        'content-security-policy': contentPolicy,
        'x-content-type-options': 'nosniff',
      },
    });
  };
  for (const path of ['/', '/handset', '/handset/']) app.get(path, () => serve('index.html') as Response);
  app.get('/handset/:file', (c) => serve(c.req.param('file')) ?? c.notFound());
}
