import { makeApp } from '@kvitt/api/app';
import { openConsole } from '@kvitt/api/console/open-console';
import { CHECKS } from '@kvitt/db/checks/checks';
import { openDb } from '@kvitt/db/kit/open-db';
import { WALLET_KINDS } from '@kvitt/domain/payment/payment-method';
import type { Ctx } from '@kvitt/flows/kit/context';
import { makeIds } from '@kvitt/flows/kit/make-ids';
import { openQueue, type Queue } from '@kvitt/jobs/jobs';
import { createBraintree } from '@kvitt/payments/braintree/create-braintree';
import { makePushKeys } from '@kvitt/push/make-push-keys';
import { createWebPush } from '@kvitt/push/web-push/create-web-push';
import { makeConsentKey, openConsentSigner } from '@kvitt/runtime/consent-signer';
import type { BraintreeSandbox } from '@kvitt/sandbox/braintree/braintree-sandbox';
import { startBraintree } from '@kvitt/sandbox/braintree/start-braintree';
import { manualClock, type SandboxClock } from '@kvitt/sandbox/control/clock';
import { type PlivoSandbox, startPlivo } from '@kvitt/sandbox/plivo/start-plivo';
import { startWebPush, type WebPushSandbox } from '@kvitt/sandbox/webpush/start-web-push';
import { createPlivo } from '@kvitt/sms/plivo/create-plivo';
import { makeHandlers } from '@kvitt/worker/handlers';
import { ROUNDS, type Round } from '@kvitt/worker/timetable';
import { openDoor } from './open-door.ts';
import { runJobs } from './run-jobs.ts';

/** The biller's number in the world. */
export const OUR_NUMBER = '14150000001';

/** Another number of the account's; for it the carrier keeps no opt-out list, so it answers and blocks nothing itself. */
export const OTHER_NUMBER = '14150000002';

/** What a scrape of the world's metrics brings. */
export const METRICS_TOKEN = 'metrics-of-this-world';

/** A Friday morning in November, in New York. */
const START = Date.parse('2026-11-20T15:00:00Z');

/** What the consent ledgers of the worlds are sealed with. */
const CONSENT_KEY = makeConsentKey();

/** What browsers subscribe with in these worlds. */
const PUSH_KEYS = makePushKeys();

/** Our keys at the gateway and at the carrier. */
export const GATEWAY = { merchantId: 'merchant', publicKey: 'public', privateKey: 'private' };
export const CARRIER = { authId: 'MATESTTESTTESTTEST00', authToken: 'token' };

/**
 * The whole product in one test: a fresh schema, the vendors' sandboxes, the API on a real port, and a worker whose every
 * step is taken by hand, all on one clock that moves only when it is told to.
 */
export interface World {
  ctx: Ctx;
  clock: SandboxClock;
  plivo: PlivoSandbox;
  braintree: BraintreeSandbox;
  /** The browsers' push service. */
  push: WebPushSandbox;
  /** Where the API listens. */
  origin: string;
  /** Every line that was logged, as JSON. */
  logged: string[];
  /** Does everything that is due now, until nothing is: jobs, texts, callbacks. */
  settle(): Promise<void>;
  /**
   * Lets time go by, a second (or `stepMs`) at a time: after each step the rounds whose turn it is by the worker's
   * timetable, and at the end all of them, until nothing is due.
   */
  pass(ms: number, stepMs?: number): Promise<void>;
  /** Every invariant; the names and rows of those that do not hold. */
  findBroken(): Promise<{ check: string; rows: unknown[] }[]>;
  close(): Promise<void>;
}

export interface WorldOptions {
  /** Whether agents can sign in; most scenarios have none. */
  hasConsole?: boolean;
  /** The company's own sign-in, where agents have one. */
  oidc?: { issuer: string; clientId: string; clientSecret: string };
  /** When it begins, in milliseconds since the epoch. */
  startMs?: number;
  /** A migrated database of its own; where absent, one of the test run's, which only a test can ask for. */
  databaseUrl?: string;
  /** How long an answer of a vendor is waited for, by the wall clock: long, as the machine may be busy with others. */
  vendorTimeoutMs?: number;
}

export async function openWorld(options: WorldOptions = {}): Promise<World> {
  const url = options.databaseUrl ?? (await (await import('./postgres/fresh-database.ts')).freshDatabase());
  const clock = manualClock(options.startMs ?? START);
  const now = () => new Date(clock.now());
  const door = await openDoor();
  const origin = `http://127.0.0.1:${door.port}`;
  const { plivo, braintree, push } = await openVendors(clock, origin);
  const orm = await openDb(url, { poolSize: 10 });
  const queue = await openQueue(url, { isWorker: false, onError: () => {} });
  const logged: string[] = [];
  const timeoutMs = options.vendorTimeoutMs ?? 20_000;
  const parts = makeParts({ now, origin, plivo, braintree, push, queue, logged, timeoutMs });
  const context = (): Ctx => ({ em: orm.em.fork(), ...parts });
  const agents = options.hasConsole ? await openAgents(url, origin, context, options.oidc) : undefined;
  const app = makeApp({
    ...(agents && { console: agents }),
    context,
    log: parts.log,
    publicUrl: origin,
    isSandbox: true,
    merchant: { wallets: WALLET_KINDS, takesBankAccounts: true },
    metricsToken: METRICS_TOKEN,
    // What a page shows is looked at in a browser; here it is what the page was given.
    render: async (page) => ({ html: JSON.stringify(page) }),
    assets: '.',
  });
  door.answerBy((request, env) => app.fetch(request, env));
  const handlers = makeHandlers(context);

  const turns = new Map<Round, number>();
  const work = async (rounds: readonly Round[]) => {
    for (const round of rounds) turns.set(round, clock.now());
    for (;;) {
      await plivo.idle();
      await braintree.idle();
      const jobs = await runJobs(context().em, handlers, now());
      let found = 0;
      for (const round of rounds) found += await round.run(context());
      await plivo.idle();
      if (jobs + found === 0) return;
    }
  };
  const settle = () => work(ROUNDS);
  const hasTurn = (round: Round) => clock.now() - (turns.get(round) ?? -Infinity) >= round.everyMs;
  return {
    ctx: context(),
    clock,
    plivo,
    braintree,
    push,
    origin,
    logged,
    settle,
    async pass(ms, stepMs = 1_000) {
      for (let left = ms; left > 0; left -= stepMs) {
        await clock.advance(Math.min(stepMs, left));
        await work(ROUNDS.filter(hasTurn));
      }
      await settle();
    },
    findBroken: () => findBroken(orm.em.fork(), now()),
    async close() {
      await door.close();
      await agents?.close();
      for (const sandbox of [plivo, braintree, push]) await sandbox.stop();
      await queue.stop();
      await orm.close();
    },
  };
}

/** The console's part of the app; its pages are looked at in a browser. */
function openAgents(databaseUrl: string, publicUrl: string, context: () => Ctx, oidc: WorldOptions['oidc']) {
  const settings = { databaseUrl, publicUrl, secret: 'x'.repeat(32), assets: '.', ...(oidc && { oidc }) };
  return openConsole(settings, { context, log: context().log });
}

async function findBroken(em: Ctx['em'], now: Date): ReturnType<World['findBroken']> {
  const found = await Promise.all(
    CHECKS.map(async ({ name, find }) => ({ check: name, rows: await find(em, now) })),
  );
  return found.filter(({ rows }) => rows.length > 0);
}

async function openVendors(
  clock: SandboxClock,
  origin: string,
): Promise<{ plivo: PlivoSandbox; braintree: BraintreeSandbox; push: WebPushSandbox }> {
  const messageUrl = `${origin}/webhooks/plivo/message`;
  const plivo = await startPlivo({
    ...CARRIER,
    clock,
    numbers: [
      { number: OUR_NUMBER, kind: 'long-code', messageUrl, perSecond: 5 },
      { number: OTHER_NUMBER, kind: 'long-code', messageUrl, perSecond: 5, optOutList: false },
    ],
  });
  const webhookUrl = `${origin}/webhooks/braintree`;
  const braintree = await startBraintree({ ...GATEWAY, clock, webhookUrl });
  return { plivo, braintree, push: await startWebPush() };
}

interface Underneath {
  now(): Date;
  origin: string;
  plivo: PlivoSandbox;
  braintree: BraintreeSandbox;
  push: WebPushSandbox;
  queue: Queue;
  logged: string[];
  timeoutMs: number;
}

/** What a context is made of besides its entity manager: the real adapters, on the sandboxes. */
function makeParts(under: Underneath): Omit<Ctx, 'em'> {
  const { now, origin, plivo, braintree, push, queue, logged, timeoutMs } = under;
  const note = (fields: object, message: string) => void logged.push(JSON.stringify({ ...fields, message }));
  return {
    clock: { now },
    ids: makeIds({ now }),
    sms: createPlivo({
      ...CARRIER,
      apiUrl: plivo.apiUrl,
      callbackUrl: `${origin}/webhooks/plivo/status`,
      timeoutMs,
    }),
    payments: createBraintree({
      ...GATEWAY,
      environment: { host: braintree.host, port: braintree.port },
      timeoutMs,
      useRequestKeys: false,
    }),
    push: createWebPush({ ...PUSH_KEYS, subject: 'mailto:help@example.com', extraOrigin: push.origin }),
    jobs: queue,
    log: { info: note, warn: note },
    publicUrl: origin,
    consentSigner: openConsentSigner(CONSENT_KEY),
  };
}
