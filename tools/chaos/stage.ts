import { createServer } from 'node:net';
import { addDays } from '@kvitt/domain/time/add-days';
import { isBusinessDay } from '@kvitt/domain/time/is-business-day';
import { localDate } from '@kvitt/domain/time/local-date';
import { localInstant } from '@kvitt/domain/time/local-instant';
import type { Ctx } from '@kvitt/flows/kit/context';
import { openRuntime, type Runtime } from '@kvitt/runtime/open-runtime';
import { readSettings } from '@kvitt/runtime/read-settings';
import type { Assignment } from './assignment.ts';
import { startChild } from './child.ts';
import { type Database, openDatabase } from './database.ts';
import { addBiller, type Card } from './newcomers.ts';
import type { OutsideOrder, OutsideReady } from './outside.ts';
import { nowIn, type RealTimes } from './run-time.ts';

/** Everything that stands before the first person enters. */
export interface Stage {
  database: Database;
  outside: OutsideReady;
  assignment: Assignment;
  ctx: Ctx;
  runtime: Runtime;
  billerId: string;
  card: Card;
  now(): Date;
  close(): Promise<void>;
}

const OUR_NUMBER = '14150000001';
const CARRIER = { authId: 'MATESTTESTTESTTEST00', authToken: 'token' };
const GATEWAY = { merchantId: 'merchant', publicKey: 'public', privateKey: 'private' };

/** Where the biller and all customers are. */
const COUNTRY = 'US';
const ZONE = 'America/New_York';

/**
 * Ten in the morning, when reminders begin to go out: three hours of the run, which are half an hour or more, stay within
 * the hours when people may be texted.
 */
const START_MINUTE = 10 * 60;

/** Starts the database and the outside world; the product's own processes come and go later. */
export async function setStage(run: { seed: number; factor: number; times: RealTimes }): Promise<Stage> {
  const database = await openDatabase();
  const port = await findPort();
  const apiOrigin = `http://127.0.0.1:${port}`;
  const order: OutsideOrder = {
    ...run,
    aheadMs: untilWorkingMorning(),
    ourNumber: OUR_NUMBER,
    apiOrigin,
    carrier: CARRIER,
    gateway: GATEWAY,
  };
  const outside = await startChild('outside.ts', order).heard<OutsideReady>('ready');
  const env = {
    DATABASE_URL: database.url,
    PUBLIC_URL: apiOrigin,
    PORT: String(port),
    PLIVO_AUTH_ID: CARRIER.authId,
    PLIVO_AUTH_TOKEN: CARRIER.authToken,
    PLIVO_API_URL: outside.plivo.apiUrl,
    BRAINTREE_MERCHANT_ID: GATEWAY.merchantId,
    BRAINTREE_PUBLIC_KEY: GATEWAY.publicKey,
    BRAINTREE_PRIVATE_KEY: GATEWAY.privateKey,
    BRAINTREE_ENVIRONMENT: outside.braintree.origin,
    LOG_LEVEL: 'warn',
  };
  const settings = readSettings({ ...env, LOG_LEVEL: 'silent' });
  if (settings.kind === 'refused') throw new Error(settings.problems.join('; '));
  const now = () => new Date(nowIn(outside.time));
  const runtime = await openRuntime(settings.settings, { isWorker: false, clock: { now } });
  const ctx = runtime.context();
  return {
    database,
    outside,
    assignment: { time: outside.time, times: run.times, env },
    ctx,
    runtime,
    ...(await addBiller(ctx, OUR_NUMBER)),
    now,
    async close() {
      await runtime.close().catch(() => undefined);
      await database.stop();
    },
  };
}

/** Reminders keep away from weekends and holidays, so the run's day is the next that is neither. */
function untilWorkingMorning(): number {
  const nowMs = Date.now();
  for (let day = localDate(new Date(nowMs), ZONE); ; day = addDays(day, 1)) {
    const morningMs = localInstant(day, START_MINUTE, ZONE);
    if (morningMs >= nowMs && isBusinessDay(day, COUNTRY)) return morningMs - nowMs;
  }
}

async function findPort(): Promise<number> {
  return new Promise((found, failed) => {
    const probe = createServer()
      .once('error', failed)
      .listen(0, '127.0.0.1', () => {
        const address = probe.address();
        const port = typeof address === 'object' && address ? address.port : 0;
        probe.close(() => found(port));
      });
  });
}
