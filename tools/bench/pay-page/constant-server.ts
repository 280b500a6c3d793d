// The limit of the pay page: the same HTTP server, framework and compression, answering what it was given at the start.
import { readFileSync } from 'node:fs';
import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import { compress } from 'hono/compress';

const [port = '0', file = ''] = process.argv.slice(2);
const page = readFileSync(file, 'utf8');
const app = new Hono();
app.use(compress());
app.get('/json', (c) => c.json({ ok: true }));
app.get('/:token', (c) => c.html(page));
const server = serve({ fetch: app.fetch, port: Number(port), hostname: '127.0.0.1' }, () =>
  console.log('ready'),
);
for (const signal of ['SIGTERM', 'disconnect'] as const) {
  process.once(signal, () => {
    server.close();
    process.exit(0);
  });
}
