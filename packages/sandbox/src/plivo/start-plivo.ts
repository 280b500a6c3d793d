import { createAdaptorServer, type HttpBindings } from '@hono/node-server';
import { Hono } from 'hono';
import type { SandboxClock } from '../control/clock.ts';
import { createFaults, type Faults } from '../control/faults.ts';
import { changeSettings } from './change-settings.ts';
import { resumeTexts } from './dispatch-texts.ts';
import { guardApi, refuse } from './guard-api.ts';
import { openWorld, type PlivoWorld } from './open-world.ts';
import { type CallbackEnd, resumeCallbacks } from './post-callback.ts';
import { endInbound, type InboundText, receiveText } from './receive-text.ts';
import type {
  CallbackFaults,
  Destination,
  Handset,
  PendingCallback,
  SandboxNumber,
  SandboxText,
  Settings,
} from './sandbox-state.ts';
import { serveAccount } from './serve-account.ts';
import { serveApplications } from './serve-applications.ts';
import { serveControl } from './serve-control.ts';
import { serveHandset } from './serve-handset.ts';
import { serveMedia } from './serve-media.ts';
import { serveMessages } from './serve-messages.ts';
import { serveNumbers } from './serve-numbers.ts';
import { servePowerpacks } from './serve-powerpacks.ts';
import { serveSubaccounts } from './serve-subaccounts.ts';
import { serveVerify } from './serve-verify.ts';

export interface PlivoOptions {
  /** A free port where absent. */
  port?: number;
  authId: string;
  authToken: string;
  numbers: SandboxNumber[];
  clock: SandboxClock;
  /** Where the state is kept over restarts; in memory only where absent. */
  stateFile?: string;
  /** Phones that the handset page shows from the start. */
  handsets?: Handset[];
  portalFrame?: PortalFrame;
  /** Where the account's own server moves time, where it keeps it: the handset page asks there. */
  timekeeper?: string;
  settings?: Partial<Settings>;
  /** Real milliseconds that the account's server has to answer a callback; 8,000, as at the vendor, where absent. */
  answerTimeoutMs?: number;
  /** Seed of the dice behind shares of faults and duplicates. */
  seed?: number;
}

/** How the handset page opens a link of a text beside the phone. */
export interface PortalFrame {
  /** Origins to open in place of those that stand in texts, for a demo whose public address is not reachable. */
  origins?: Record<string, string>;
}

export interface PlivoSandbox {
  /** What the SDK's `url` option gets. */
  apiUrl: string;
  handsetUrl: string;
  origin: string;
  faults: Faults;
  /** A person's phone sends a text. Rejects a number that the account does not rent. The webhook is under way after. */
  receive(inbound: InboundText): Promise<{ messageUuid: string }>;
  /** Every outbound text that was accepted from the account, oldest first; not what the vendor sent by itself. */
  texts(filter?: { to?: string; from?: string }): SandboxText[];
  setDestination(number: string, destination: Destination): void;
  setCallbackFaults(faults: CallbackFaults): void;
  change(settings: Partial<Settings>): void;
  /** Settles when no call to the account's server is in flight. */
  idle(): Promise<void>;
  /** Closes the port and every connection; what was to come on the clock does not happen. */
  stop(): Promise<void>;
}

/**
 * Starts the Plivo emulator on 127.0.0.1. Rejects when the port is taken.
 * Numbers go without a plus, as in everything that the vendor itself sends.
 */
export async function startPlivo(options: PlivoOptions): Promise<PlivoSandbox> {
  const faults = createFaults(options.seed);
  const world = await openWorld({
    ...options,
    faults,
    answerTimeoutMs: options.answerTimeoutMs ?? 8000,
    seed: options.seed ?? 1,
  });
  Object.assign(world.state.settings, options.settings);
  const app = new Hono<{ Bindings: HttpBindings }>({ getPath: plainPath });
  app.use('/v1/*', async (_, next) => {
    const armed = faults.list().length;
    // A fault that struck may be used up; told even when it cut the line.
    await next().finally(() => armed && world.tell({ kind: 'faults', faults: faults.list() }));
  });
  app.use('/v1/*', faults.middleware, guardApi(world));
  app.use('/v1/Account/:authId/*', async (c, next) =>
    c.req.param('authId') === world.authId ? next() : refuse(c, 404, 'not found'),
  );
  serveMessages(app, world);
  serveVerify(app, world);
  servePowerpacks(app, world);
  serveAccount(app, world);
  serveApplications(app, world);
  serveNumbers(app, world);
  serveSubaccounts(app, world);
  serveMedia(app, world);
  serveControl(app, world, {
    linkOrigins: options.portalFrame?.origins ?? {},
    timekeeper: options.timekeeper,
  });
  serveHandset(app);
  app.notFound((c) => refuse(c, 404, 'not found'));
  const { origin, close } = await listen(app, options.port ?? 0);
  resumeTexts(world);
  resumeCallbacks(world, ({ kind }) => ends[kind]);
  world.save();
  return describe(world, origin, close);
}

/**
 * Every path of the API ends in a slash; the vendor also takes one without, and some calls of its SDK double one.
 * All become the first form here, so that a fault's pattern for a path means each of them.
 */
function plainPath(request: Request): string {
  const path = new URL(request.url).pathname.replace(/\/{2,}/g, '/');
  return path.startsWith('/v1/') && !path.endsWith('/') ? `${path}/` : path;
}

const ends: Record<PendingCallback['kind'], CallbackEnd> = { status: () => {}, inbound: endInbound };

function describe(world: PlivoWorld, origin: string, close: () => Promise<void>): PlivoSandbox {
  return {
    apiUrl: `${origin}/v1/Account/${world.authId}`,
    handsetUrl: `${origin}/handset`,
    origin,
    faults: world.faults,
    async receive(inbound) {
      const text = receiveText(world, inbound);
      if (!text) throw new Error(`The account does not rent the number ${inbound.to}.`);
      world.save();
      return { messageUuid: text.uuid };
    },
    texts: ({ to, from } = {}) =>
      world.state.texts.filter(
        (text) =>
          (text.origin === 'api' || text.origin === 'reply') &&
          (to === undefined || text.to === to) &&
          (from === undefined || text.from === from),
      ),
    setDestination(number, destination) {
      world.state.destinations[number] = destination;
      world.tell({ kind: 'destinations' });
      world.save();
    },
    setCallbackFaults: (callbackFaults) => changeSettings(world, { callbackFaults }),
    change: (settings) => changeSettings(world, settings),
    async idle() {
      while (world.inFlight.size) await Promise.all(world.inFlight);
    },
    async stop() {
      world.save();
      world.stopping.abort();
      world.agenda.stop();
      await close();
    },
  };
}

function listen(
  app: Hono<{ Bindings: HttpBindings }>,
  port: number,
): Promise<{ origin: string; close: () => Promise<void> }> {
  const server = createAdaptorServer({ fetch: app.fetch });
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      const address = server.address();
      const taken = typeof address === 'object' && address ? address.port : port;
      const close = () =>
        new Promise<void>((done) => {
          server.close(() => done());
          if ('closeAllConnections' in server) server.closeAllConnections();
        });
      resolve({ origin: `http://127.0.0.1:${taken}`, close });
    });
  });
}
