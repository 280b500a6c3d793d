import { onceDatabaseAnswers } from '@kvitt/db/kit/once-database-answers';
import { openDb } from '@kvitt/db/kit/open-db';
import { PROCESSOR_TIMEOUT_MS } from '@kvitt/domain/payment/timetable';
import type { Clock, Ctx, Log } from '@kvitt/flows/kit/context';
import { makeIds } from '@kvitt/flows/kit/make-ids';
import { openQueue, type Queue } from '@kvitt/jobs/jobs';
import { createBraintree } from '@kvitt/payments/braintree/create-braintree';
import type { PushPort } from '@kvitt/push/push-port';
import { createWebPush } from '@kvitt/push/web-push/create-web-push';
import { createPlivo } from '@kvitt/sms/plivo/create-plivo';
import type { MikroORM } from '@mikro-orm/postgresql';
import { pino } from 'pino';
import { type FollowedClock, followClock } from './clock/follow-clock.ts';
import { openConsentSigner } from './consent-signer.ts';
import { type Settings, whyClockStands } from './read-settings.ts';

/**
 * Connections of a process: a few times as many as the database has processors. With 20 on two of them a payment took it a
 * tenth more of their time and came out half as often; each of them plans every question anew, besides.
 */
const POOL_SIZE = 10;

export interface Runtime {
  orm: MikroORM;
  queue: Queue;
  log: Log;
  /** The test clock where every vendor is the sandbox's; else the machine's, which nobody moves. */
  clock: FollowedClock;
  /** The context of one request or one job: it has an entity manager of its own. */
  context(): Ctx;
  close(): Promise<void>;
}

/**
 * Opens what a process runs on: the database, the queue and the two vendors, as the settings name them. The one place
 * where the ports meet their adapters.
 * @param options.isWorker whether this process takes up jobs
 * @param options.clock the machine's where absent
 * @param options.timeoutsMs how long to wait for the vendors' answers, in real milliseconds; what the domain's timetable
 * and the adapter say where absent. A clock that runs faster needs shorter ones, or they outlast the quarantine.
 */
export async function openRuntime(
  settings: Settings,
  options: { isWorker: boolean; clock?: Clock; timeoutsMs?: { processor: number; carrier: number } },
): Promise<Runtime> {
  const clock = options.clock ? standing(options.clock) : await openClock(settings, options.isWorker);
  const log = pino({ level: settings.LOG_LEVEL });
  const orm = await openDb(settings.DATABASE_URL, { poolSize: POOL_SIZE });
  // A machine that comes back starts the database and us together, and the one that recovers takes longer.
  const queue = await onceDatabaseAnswers(() =>
    openQueue(settings.DATABASE_URL, {
      isWorker: options.isWorker,
      onError: (error) => log.warn({ reason: error.message }, 'the queue had trouble'),
    }),
  );
  const ids = makeIds(clock);
  const sms = createPlivo({
    authId: settings.PLIVO_AUTH_ID,
    authToken: settings.PLIVO_AUTH_TOKEN,
    callbackUrl: `${settings.PUBLIC_URL}/webhooks/plivo/status`,
    ...(settings.PLIVO_API_URL && { apiUrl: settings.PLIVO_API_URL }),
    ...(options.timeoutsMs && { timeoutMs: options.timeoutsMs.carrier }),
  });
  // Only the worker seals the consent ledger.
  const key = options.isWorker ? settings.CONSENT_SIGNING_KEY : undefined;
  const consentSigner = key ? openConsentSigner(key) : undefined;
  const payments = createBraintree({
    environment: readEnvironment(settings.BRAINTREE_ENVIRONMENT),
    merchantId: settings.BRAINTREE_MERCHANT_ID,
    publicKey: settings.BRAINTREE_PUBLIC_KEY,
    privateKey: settings.BRAINTREE_PRIVATE_KEY,
    timeoutMs: options.timeoutsMs?.processor ?? PROCESSOR_TIMEOUT_MS,
    useRequestKeys: settings.BRAINTREE_REQUEST_KEYS,
  });
  const push = openPush(settings);
  return {
    orm,
    queue,
    log,
    clock,
    context: () => ({
      em: orm.em.fork(),
      clock,
      ids,
      sms,
      payments,
      push,
      jobs: queue,
      log,
      publicUrl: settings.PUBLIC_URL,
      consentSigner,
    }),
    async close() {
      await clock.stop();
      await queue.stop();
      await orm.close();
    },
  };
}

/** The push services, where we have keys for them; a browser then may ask for notes. */
function openPush(settings: Settings): PushPort | undefined {
  const { VAPID_PUBLIC_KEY: publicKey, VAPID_PRIVATE_KEY: privateKey, PUBLIC_URL } = settings;
  if (!publicKey || !privateKey) return undefined;
  const subject = settings.VAPID_SUBJECT ?? PUBLIC_URL.replace(/^http:/, 'https:');
  const extraOrigin = settings.PUSH_SERVICE_URL;
  return createWebPush({ publicKey, privateKey, subject, ...(extraOrigin && { extraOrigin }) });
}

async function openClock(settings: Settings, isWorker: boolean): Promise<FollowedClock> {
  const sandboxUrl = settings.PLIVO_API_URL && new URL(settings.PLIVO_API_URL).origin;
  if (whyClockStands(settings) !== undefined || !sandboxUrl) return standing({ now: () => new Date() });
  return onceDatabaseAnswers(() =>
    followClock(settings.DATABASE_URL, { role: isWorker ? 'worker' : 'api', sandboxUrl }),
  );
}

/** A clock that nobody moves. */
function standing(clock: Clock): FollowedClock {
  return { now: () => clock.now(), during: (act) => act(), onSettle() {}, async stop() {} };
}

function readEnvironment(environment: string): 'sandbox' | 'production' | { host: string; port: number } {
  if (environment === 'sandbox' || environment === 'production') return environment;
  const { hostname, port } = new URL(environment);
  return { host: hostname, port: Number(port || 80) };
}
