import type { Ctx } from '@kvitt/flows/kit/context';
import type { Death, Point } from './deaths.ts';

/** When this process is to die; may be told anew while it runs. */
export interface Fate {
  plan(death: Death | undefined): void;
  /** Counts one passing of the point, and ends the process there where that was the planned one. */
  pass(point: Point): void;
}

export function openFate(): Fate {
  let planned: Death | undefined;
  let passed = 0;
  return {
    plan(death) {
      planned = death;
      passed = 0;
    },
    pass(point) {
      if (planned?.point !== point || ++passed < planned.nth) return;
      // The strongest way there is: no handler runs, no buffer is written, no connection is closed in good order.
      process.kill(process.pid, 'SIGKILL');
      // The signal reaches this thread within microseconds; not one statement more may run before it does.
      for (;;);
    },
  };
}

/** What is being done, as far as a point's name needs it. */
export type Work = 'answer' | 'send' | 'plan' | 'remind' | 'charge' | 'other';

/**
 * The product's own context, in which every call to a vendor and every commit is a point where the process may die.
 * Nothing else about it is changed: what runs are the flows as they are.
 */
export function mortal(ctx: Ctx, work: Work, fate: Fate): Ctx {
  let hasCharged = false;
  const { payments, sms } = ctx;
  const commits = {
    before(answer: unknown) {
      if (hasCharged) fate.pass('outcome: before commit');
      else if (work === 'answer') fate.pass('answer: before commit');
      else if (work === 'send') fate.pass('texts claimed: before commit');
      else if (work === 'remind') fate.pass('reminder queued: before commit');
      else if (work === 'charge') fate.pass('planned charge: before commit');
      // Planning looks again and again, and most often nothing is new.
      else if (work === 'plan' && Number(answer) > 0) fate.pass('reminders planned: before commit');
    },
    after() {
      if (hasCharged) return;
      if (work === 'answer') fate.pass('answer: after commit');
      if (work === 'remind') fate.pass('reminder queued: after commit');
    },
  };
  return {
    ...ctx,
    em: mortalEm(ctx.em, commits),
    payments: {
      ...payments,
      async charge(order) {
        fate.pass('charge: before the call');
        const outcome = await payments.charge(order);
        fate.pass('charge: answer had, nothing noted');
        hasCharged = true;
        return outcome;
      },
      // Whole payments are voided while that is possible; to the customer both are the same.
      async void(vendorId) {
        fate.pass('refund: before the call');
        const answer = await payments.void(vendorId);
        fate.pass('refund: answer had, nothing noted');
        return answer;
      },
      async refund(vendorId, amount, requestId) {
        fate.pass('refund: before the call');
        const answer = await payments.refund(vendorId, amount, requestId);
        fate.pass('refund: answer had, nothing noted');
        return answer;
      },
      async searchByPaymentId(paymentId) {
        fate.pass('search: before the call');
        const answer = await payments.searchByPaymentId(paymentId);
        fate.pass('search: answer had, nothing noted');
        return answer;
      },
    },
    sms: {
      ...sms,
      async send(text) {
        fate.pass('text: before the call');
        const answer = await sms.send(text);
        fate.pass('text: answer had, nothing noted');
        return answer;
      },
    },
  };
}

/** Before the commit means: every statement of the transaction has run, and none of them counts yet. */
function mortalEm(em: Ctx['em'], commits: { before(answer: unknown): void; after(): void }): Ctx['em'] {
  const fork = em.fork.bind(em);
  const transactional = em.transactional.bind(em);
  em.fork = ((...options: Parameters<typeof fork>) => mortalEm(fork(...options), commits)) as typeof em.fork;
  em.transactional = (async (act: (inner: Ctx['em']) => Promise<unknown>) => {
    const done = await transactional(async (inner) => {
      const answer = await act(inner as Ctx['em']);
      await inner.flush();
      commits.before(answer);
      return answer;
    });
    commits.after();
    return done;
  }) as typeof em.transactional;
  return em;
}
