// The worker as it is in apps/worker, on the clock of the run and in a context in which it can be made to die between any
// two steps. It loads, waits until it is called, and then takes up work: so the next one is ready when this one dies.
import { listenToOutbox } from '@kvitt/db/message/listen-to-outbox';
import type { Ctx } from '@kvitt/flows/kit/context';
import { planDueReminders } from '@kvitt/flows/reminder/plan-due-reminders';
import type { JobHandlers } from '@kvitt/jobs/jobs';
import { openRuntime } from '@kvitt/runtime/open-runtime';
import { makeHandlers } from '@kvitt/worker/handlers';
import { runRound } from '@kvitt/worker/run-round';
import { ROUNDS } from '@kvitt/worker/timetable';
import { readAssignment } from './assignment.ts';
import type { Death } from './deaths.ts';
import { mortal, openFate, type Work } from './mortal.ts';

/** What the run says to a worker: when to die, and with the first word also to begin. */
export interface WorkerOrder {
  death?: Death;
}

/** How often reminders are planned, in milliseconds of the run's time. */
const PLAN_EVERY_MS = 15_000;

const { settings, clock, times, time } = readAssignment();
const fate = openFate();
const isCalled = new Promise<void>((called) => {
  process.on('message', (order: WorkerOrder) => {
    fate.plan(order.death);
    called();
  });
});
process.send?.({ loaded: true });
await isCalled;

const runtime = await openRuntime(settings, {
  isWorker: true,
  clock,
  timeoutsMs: { processor: times.processorTimeoutMs, carrier: times.carrierTimeoutMs },
});
const contextOf = (work: Work) => (): Ctx => mortal(runtime.context(), work, fate);
const handlers: JobHandlers = {
  ...makeHandlers(contextOf('other')),
  'conversation.answer': makeHandlers(contextOf('answer'))['conversation.answer'],
};
await runtime.queue.work(handlers);

const WORK: Record<string, Work> = {
  'send texts': 'send',
  'answer waiting texts': 'answer',
  'plan reminders': 'plan',
  'queue reminders': 'remind',
  'charge autopay': 'charge',
};
const rounds = ROUNDS.map((round) =>
  runRound(
    {
      ...round,
      // The timetable is the product's, at the pace of the run; no faster than a busy machine can bear.
      everyMs: Math.max(150, round.everyMs / time.factor),
      // Nobody of a run stays for the ten minutes that a bill may wait for its place in the plan.
      ...(round.name === 'plan reminders' && { run: (ctx: Ctx) => planDueReminders(ctx, PLAN_EVERY_MS) }),
    },
    { ...runtime, context: contextOf(WORK[round.name] ?? 'other') },
  ),
);
await listenToOutbox(settings.DATABASE_URL, () => rounds[0]?.wake());
process.send?.({ ready: true });
