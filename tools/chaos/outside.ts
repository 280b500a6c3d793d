// Everything that is not ours, in one process that is never killed: both vendors' sandboxes, and the people with their
// phones. What stands in its lists is what really happened; the oracle believes nobody else.
import { createServer, type IncomingMessage } from 'node:http';
import { startBraintree } from '@kvitt/sandbox/braintree/start-braintree';
import { scaledClock } from '@kvitt/sandbox/control/clock';
import { startPlivo } from '@kvitt/sandbox/plivo/start-plivo';
import { diceFor } from './dice.ts';
import { openPhones } from './phone.ts';
import type { RealTimes, RunTime } from './run-time.ts';
import { play, type Script } from './scripts.ts';
import { armCarrier, armProcessor, countStrikes, type Strikes } from './vendor-faults.ts';

export interface OutsideOrder {
  factor: number;
  /** Sandbox time moves on by this much at the start: into the hours when people may be texted. */
  aheadMs: number;
  times: RealTimes;
  seed: number;
  ourNumber: string;
  apiOrigin: string;
  carrier: { authId: string; authToken: string };
  gateway: { merchantId: string; publicKey: string; privateKey: string };
}

export interface OutsideReady {
  time: RunTime;
  plivo: { origin: string; apiUrl: string };
  braintree: { origin: string };
  /** Where this process takes people and orders. */
  origin: string;
}

/** A person who enters the run. */
export interface Newcomer {
  number: string;
  script: Script;
  /** The second phone of a shared account. */
  other?: string;
}

const order = JSON.parse(process.argv[2] ?? '') as OutsideOrder;
process.on('disconnect', () => process.exit());

const clock = scaledClock(order.factor);
await clock.advance(order.aheadMs);
const plivo = await startPlivo({
  ...order.carrier,
  clock,
  seed: order.seed,
  numbers: [
    {
      number: order.ourNumber,
      kind: 'long-code',
      messageUrl: `${order.apiOrigin}/webhooks/plivo/message`,
      perSecond: 100,
    },
  ],
});
const braintree = await startBraintree({
  ...order.gateway,
  clock,
  seed: order.seed,
  webhookUrl: `${order.apiOrigin}/webhooks/braintree`,
  // Neither of the processor's own safeguards: whatever keeps a bill from being paid twice must be ours.
  duplicateWindowMs: 0,
  idempotency: false,
});
const phones = openPhones(plivo, order.ourNumber);
let strikes: Strikes[] = [];
let walking = 0;

/** In life the nights settle; here a sale can be voided for some seconds, and is given back after them. */
const SETTLE_MS = 20_000;
setInterval(() => braintree.settleAll(), SETTLE_MS).unref();

const server = createServer(async (request, response) => {
  const answer = await act(`${request.method} ${request.url}`, await readJson(request));
  response.setHeader('content-type', 'application/json').end(JSON.stringify(answer));
});
server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  process.send?.({
    ready: {
      time: readTime(),
      plivo: { origin: plivo.origin, apiUrl: plivo.apiUrl },
      braintree: { origin: braintree.origin },
      origin: `http://127.0.0.1:${port}`,
    } satisfies OutsideReady,
  });
});

async function act(what: string, body: unknown): Promise<unknown> {
  switch (what) {
    case 'POST /people':
      return enter(body as Newcomer);
    case 'GET /people':
      return { walking };
    case 'GET /sales':
      return braintree.transactions();
    case 'POST /faults/on':
      armProcessor(braintree.faults, order.times);
      armCarrier(plivo.faults, order.times);
      plivo.setCallbackFaults({ duplicate: 0.2, reorder: true });
      return {};
    case 'POST /faults/off':
      strikes = [
        ...strikes,
        ...countStrikes('processor', braintree.faults),
        ...countStrikes('carrier', plivo.faults),
      ];
      braintree.faults.clear();
      plivo.faults.clear();
      plivo.setCallbackFaults({});
      return strikes;
    default:
      return { error: `nobody here does ${what}` };
  }
}

function enter({ number, script, other }: Newcomer): { entered: true } {
  walking += 1;
  const me = phones.open(number, diceFor(order.seed, number));
  const second = other === undefined ? undefined : phones.open(other, diceFor(order.seed, other));
  void play(script, me, second).finally(() => {
    walking -= 1;
  });
  return { entered: true };
}

async function readJson(request: IncomingMessage): Promise<unknown> {
  let text = '';
  for await (const chunk of request) text += chunk;
  return text === '' ? undefined : JSON.parse(text);
}

/** Both clocks are read within one millisecond, or the processes would be apart by the factor of it. */
function readTime(): RunTime {
  for (;;) {
    const before = Date.now();
    const now = clock.now();
    if (Date.now() === before) return { factor: order.factor, baseMs: now - order.factor * before };
  }
}
