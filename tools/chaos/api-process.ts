// The API as it is in apps/api, on the clock of the run. Pages are given out as their data, which is what a person of the
// run reads; how they are rendered is looked at elsewhere.
import { serve } from '@hono/node-server';
import { makeApp } from '@kvitt/api/app';
import { openRuntime } from '@kvitt/runtime/open-runtime';
import { readAssignment } from './assignment.ts';

const { settings, clock, times } = readAssignment();
const runtime = await openRuntime(settings, {
  isWorker: false,
  clock,
  timeoutsMs: { processor: times.processorTimeoutMs, carrier: times.carrierTimeoutMs },
});
const app = makeApp({
  context: runtime.context,
  log: runtime.log,
  publicUrl: settings.PUBLIC_URL,
  isSandbox: true,
  render: async (page) => ({ html: JSON.stringify(page) }),
  assets: '.',
});
serve({ fetch: app.fetch, port: settings.PORT, hostname: '127.0.0.1' }, () =>
  process.send?.({ ready: true }),
);
