import type { Flow } from './kernel/flow.ts';
import { type Bell, transaction, wait } from './kernel/flow.ts';
import type { Process } from './kernel/process.ts';
import { answerText } from './protocol/answer-text.ts';
import { chargeDue } from './protocol/charge-due.ts';
import { lookUpTexts } from './protocol/look-up-texts.ts';
import { readNotice } from './protocol/read-notice.ts';
import { recordDelivery } from './protocol/record-delivery.ts';
import { sendTexts } from './protocol/send-texts.ts';
import { settleRefunds } from './protocol/settle-refunds.ts';
import { settleUnknown } from './protocol/settle-unknown.ts';
import type { JobRow } from './rows.ts';
import type { Ctx } from './world.ts';

/** The queue gives a job to another worker when its own has been silent for this long; packages/jobs/src/jobs.ts. */
const SILENT_MS = 20_000;
const RETRY_MS = 2_000;

/** As apps/worker: the jobs, and the rounds of its timetable. */
export function bootWorker(ctx: Ctx, worker: Process): void {
  const { kernel, store } = ctx;
  const loop = (bell: Bell, round: () => Flow<number>, everyMs: number, dueAt: () => number | undefined) =>
    kernel.begin(worker, roundAfterRound(ctx, { bell, round, everyMs, dueAt }));
  loop(
    ctx.bells.outbox,
    () => sendTexts(ctx),
    500,
    () => earliest(store.outbox(), (text) => (text.state === 'queued' ? text.sendAt : undefined)),
  );
  loop(
    ctx.bells.missing,
    () => lookUpTexts(ctx),
    5_000,
    () =>
      earliest(store.outbox(), (text) => {
        if (text.state === 'uncertain') return text.sendAt;
        return text.state === 'sending' ? (text.claimedAt ?? 0) + 60_000 : undefined;
      }),
  );
  loop(
    ctx.bells.payments,
    () => settleUnknown(ctx),
    1_000,
    () => earliest(store.payments.values(), (payment) => payment.askAt ?? undefined),
  );
  loop(
    ctx.bells.refunds,
    () => settleRefunds(ctx),
    2_000,
    () => earliest(store.refunds.values(), (refund) => refund.askAt ?? undefined),
  );
  loop(
    ctx.bells.charges,
    () => chargeDue(ctx),
    5_000,
    () =>
      earliest(store.charges.values(), (charge) => (charge.state === 'queued' ? charge.chargeAt : undefined)),
  );
  loop(
    ctx.bells.inbound,
    () => answerWaitingTexts(ctx),
    5_000,
    () =>
      earliest(store.messages.values(), (text) =>
        text.direction === 'in' && text.outcome === null ? text.createdAt + WAITING_MS : undefined,
      ),
  );
  kernel.begin(worker, takeJobs(ctx, worker));
}

/** As apps/worker/src/run-round.ts; where nothing is due it sleeps until something is, which spares empty rounds. */
function* roundAfterRound(
  ctx: Ctx,
  {
    bell,
    round,
    everyMs,
    dueAt,
  }: { bell: Bell; round: () => Flow<number>; everyMs: number; dueAt: () => number | undefined },
): Flow<void> {
  for (;;) {
    const found = yield* round();
    if (found > 0) continue;
    const due = dueAt();
    const ms = due === undefined ? Number.POSITIVE_INFINITY : Math.max(everyMs, due - ctx.now());
    yield* wait(ms, bell);
  }
}

function earliest<R>(rows: Iterable<R>, dueAt: (row: R) => number | undefined): number | undefined {
  let first: number | undefined;
  for (const row of rows) {
    const due = dueAt(row);
    if (due !== undefined && (first === undefined || due < first)) first = due;
  }
  return first;
}

/** As packages/flows/src/conversation/answer-waiting-texts.ts. */
const WAITING_MS = 10_000;

function* answerWaitingTexts(ctx: Ctx): Flow<number> {
  const before = ctx.now() - WAITING_MS;
  const waiting = yield* transaction(() =>
    [...ctx.store.messages.values()].filter(
      (text) => text.direction === 'in' && text.outcome === null && text.createdAt <= before,
    ),
  );
  for (const { id } of waiting) yield* answerText(ctx, id);
  return waiting.length;
}

/** As pg-boss: a job belongs to one worker at a time, and to another when its own does not live any more. */
function* takeJobs(ctx: Ctx, worker: Process): Flow<void> {
  const { kernel, store } = ctx;
  for (;;) {
    const taken = yield* transaction(() => {
      const due = [...store.jobs.values()].filter(
        (job) => job.state === 'created' && job.startAfter <= kernel.now(),
      );
      for (const job of due) {
        store.update(job, { state: 'active' });
        watchOver(ctx, worker, job);
      }
      return due;
    });
    for (const job of taken) workOn(ctx, worker, job);
    const next = earliest(store.jobs.values(), (job) =>
      job.state === 'created' ? job.startAfter : undefined,
    );
    yield* wait(
      next === undefined ? Number.POSITIVE_INFINITY : Math.max(50, next - kernel.now()),
      ctx.bells.jobs,
    );
  }
}

function workOn(ctx: Ctx, worker: Process, job: JobRow): void {
  const { kernel, store } = ctx;
  const work = function* (): Flow<void> {
    yield* flowOf(ctx, job);
    yield* transaction(() => store.update(job, { state: 'done' }));
  };
  kernel.begin(worker, work(), undefined, () => giveBack(ctx, job, RETRY_MS));
}

function giveBack(ctx: Ctx, job: JobRow, inMs: number): void {
  if (job.state === 'done') return;
  job.state = 'created';
  job.startAfter = ctx.kernel.now() + inMs;
  ctx.bells.jobs.ring();
}

/** From the instant at which a worker has taken a job the queue looks whether that worker still lives. */
function watchOver(ctx: Ctx, worker: Process, job: JobRow): void {
  const { kernel } = ctx;
  const { life } = worker;
  const look = () => {
    if (job.state !== 'active') return;
    // One in twenty is given to a second worker although the first still lives: its sign of life was late.
    if (worker.life !== life || kernel.dice() < 0.05) giveBack(ctx, job, 0);
    else if (kernel.now() < LAST_LOOK_MS) kernel.after(SILENT_MS, look);
  };
  kernel.after(SILENT_MS, look);
}

/** A job that hangs for ever would keep the agenda from ever being empty. */
const LAST_LOOK_MS = 3 * 3_600_000;

function flowOf(ctx: Ctx, job: JobRow): Flow<void> {
  switch (job.name) {
    case 'conversation.answer':
      return answerText(ctx, job.payload);
    case 'message.record-delivery':
      return recordDelivery(ctx, job.payload);
    case 'payment.read-notice':
      return readNotice(ctx, job.payload);
  }
}
