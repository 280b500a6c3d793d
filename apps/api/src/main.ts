import { fileURLToPath } from 'node:url';
import { serve } from '@hono/node-server';
import { moveClock } from '@kvitt/runtime/clock/move-clock';
import { onEnd } from '@kvitt/runtime/on-end';
import { openRuntime } from '@kvitt/runtime/open-runtime';
import { isSandboxed, whyClockStands } from '@kvitt/runtime/read-settings';
import { makeApp } from './app.ts';
import { openConsole } from './console/open-console.ts';
import { readConsoleSettings } from './console/read-console-settings.ts';
import { CONSOLE_DIST, PORTAL_DIST, readEnv } from './env.ts';

const settings = readEnv();
const runtime = await openRuntime(settings, { isWorker: false });
const { render } = await import(new URL('server/entry-server.js', PORTAL_DIST).href);

const agents = await openConsole(readConsoleSettings(settings, fileURLToPath(CONSOLE_DIST)), runtime);

const app = makeApp({
  console: agents,
  context: runtime.context,
  log: runtime.log,
  during: runtime.clock.during,
  ...(whyClockStands(settings) === undefined && {
    moveClock: (order, onProgress) =>
      moveClock({
        databaseUrl: settings.DATABASE_URL,
        em: () => runtime.context().em,
        order,
        onProgress,
      }),
  }),
  publicUrl: settings.PUBLIC_URL,
  isSandbox: isSandboxed(settings),
  trustedProxies: settings.TRUSTED_PROXIES,
  ...(settings.METRICS_TOKEN && { metricsToken: settings.METRICS_TOKEN }),
  ...(settings.HANDSET_ORIGIN && { handsetOrigin: settings.HANDSET_ORIGIN }),
  ...(settings.BRAINTREE_ENVIRONMENT.startsWith('http') && {
    cardFieldsOrigin: settings.BRAINTREE_ENVIRONMENT,
  }),
  merchant: {
    wallets: settings.BRAINTREE_WALLETS,
    takesBankAccounts: settings.BRAINTREE_BANK_ACCOUNTS,
    ...(settings.GOOGLE_PAY_MERCHANT_ID && { googleMerchantId: settings.GOOGLE_PAY_MERCHANT_ID }),
  },
  render,
  assets: fileURLToPath(new URL('client', PORTAL_DIST)),
});

const server = serve({ fetch: app.fetch, port: settings.PORT }, ({ port }) => {
  console.log(JSON.stringify({ ready: 'api', port }));
});
server.on('error', (error: NodeJS.ErrnoException) => {
  const busy = `port ${settings.PORT} is taken by another program: set PORT to a free one`;
  console.error(`kvitt api: ${error.code === 'EADDRINUSE' ? busy : error.message}`);
  process.exit(1);
});

onEnd(async () => {
  server.close();
  await agents.close();
  await runtime.close();
});
