import { listenToOutbox } from '@kvitt/db/message/listen-to-outbox';
import { onEnd } from '@kvitt/runtime/on-end';
import { openRuntime } from '@kvitt/runtime/open-runtime';
import { readEnv } from './env.ts';
import { makeHandlers } from './handlers.ts';
import { runRound } from './run-round.ts';
import { ROUNDS } from './timetable.ts';

const settings = readEnv();
const runtime = await openRuntime(settings, { isWorker: true });

await runtime.queue.work(makeHandlers(runtime.context, runtime.clock.during));
const rounds = ROUNDS.map((round) => runRound(round, runtime));
runtime.clock.onSettle(async () => {
  const found = await Promise.all(rounds.map((round) => round.settle()));
  return found.reduce((sum, count) => sum + count, 0);
});
const outbox = await listenToOutbox(settings.DATABASE_URL, () => rounds[0]?.wake());
console.log(JSON.stringify({ ready: 'worker' }));

onEnd(async () => {
  await outbox.stop();
  await Promise.all(rounds.map((round) => round.stop()));
  await runtime.close();
});
