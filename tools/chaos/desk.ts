import { setTimeout as pause } from 'node:timers/promises';
import { inTransaction } from '@kvitt/flows/kit/in-transaction';
import { approveRefund } from '@kvitt/flows/refund/approve-refund';
import { performRefund } from '@kvitt/flows/refund/perform-refund';
import { startRefund } from '@kvitt/flows/refund/start-refund';
import { type Dice, pick } from './dice.ts';
import { get } from './load.ts';
import type { Sale } from './oracle/evidence.ts';
import type { Stage } from './stage.ts';

/** Those who give money back: what one of them asks for above the limit, another one agrees to or turns down. */
export interface Desk {
  /** Nobody asks for anything new; settles when every refund that waits has had its second word. */
  end(): Promise<void>;
  counts: Record<'asked' | 'refused' | 'waited' | 'agreed' | 'turnedDown' | 'ownWordRefused', number>;
}

/** Real milliseconds between two turns of the desk. */
const TURN_MS = 900;

/** How often, of a hundred turns, one of two people does what. */
const TURNS = {
  'gives all of it back': 20,
  'gives a part of it back': 20,
  'looks at what waits': 35,
  rests: 25,
};

/** Of a refund that was begun, the share that the desk has made at once; the rest is left to the workers' round. */
const AT_ONCE = 0.5;

/** Lets people at the desk give back what was paid, whatever happens to the product meanwhile. */
export function openDesk(stage: Stage, dice: Dice): Desk {
  const counts = { asked: 0, refused: 0, waited: 0, agreed: 0, turnedDown: 0, ownWordRefused: 0 };
  let isOver = false;
  const turn = async () => {
    const what = pick(dice, TURNS);
    if (what === 'rests') return;
    if (what === 'looks at what waits') await lookAtWaiting(stage, dice, counts);
    else await giveBack(stage, dice, what === 'gives all of it back', counts);
  };
  // Away are the database and the processor now and then; whoever is at the desk tries something else later.
  const working = (async () => {
    while (!isOver) {
      await turn().catch(() => undefined);
      await pause(TURN_MS);
    }
  })();
  return {
    counts,
    async end() {
      isOver = true;
      await working;
      while (await hasWaiting(stage).catch(() => true)) {
        await lookAtWaiting(stage, dice, counts).catch(() => undefined);
        await pause(200);
      }
    },
  };
}

interface Paid {
  id: string;
  amount_minor: string;
  vendor_id: string;
}

/** One of the latest payments, by lot; now and then two people have the same one before them at the same moment. */
async function giveBack(stage: Stage, dice: Dice, isWhole: boolean, counts: Desk['counts']): Promise<void> {
  const { billerId, ctx } = stage;
  const paid = await ask<Paid>(
    stage,
    `select id, amount_minor, vendor_id from payment where state = 'approved' and ask_at is null
     order by finished_at desc limit 12`,
  );
  const payment = paid[Math.floor(dice() * paid.length)];
  if (!payment) return;
  // Of what has not settled no part can go back, and it would wait for hours of the run.
  if (!isWhole && !(await isSettled(stage, payment.vendor_id))) return;
  const part = Math.max(1, Math.floor(Number(payment.amount_minor) * dice()));
  const effect = dice() < 0.5 ? ('reopen' as const) : ('allow' as const);
  const people = dice() < 0.3 ? ['ann', 'cat'] : ['ann'];
  const isAtOnce = dice() < AT_ONCE;
  await Promise.all(
    people.map(async (askedBy) => {
      const refundId = ctx.ids.next();
      const order = { billerId, paymentId: payment.id, refundId, effect, reason: 'Read twice.', askedBy };
      const answer = await inTransaction(ctx, (tx) =>
        startRefund(tx, { ...order, ...(!isWhole && { amountMinor: part }) }),
      );
      if (answer.kind === 'refused') counts.refused += 1;
      else counts.asked += 1;
      if (answer.kind === 'waiting') counts.waited += 1;
      if (answer.kind === 'started' && isAtOnce) await performRefund(ctx, { billerId, refundId });
    }),
  );
}

/** Who asked for it is turned away, whoever else is there agrees or does not. */
async function lookAtWaiting(stage: Stage, dice: Dice, counts: Desk['counts']): Promise<void> {
  const { billerId, ctx } = stage;
  const waiting = await ask<{ id: string; asked_by: string }>(
    stage,
    `select id, asked_by from refund where state = 'waiting' order by asked_for_at`,
  );
  for (const { id: refundId, asked_by } of waiting) {
    const say = (by: string, isAgreed: boolean) =>
      inTransaction(ctx, (tx) => approveRefund(tx, { billerId, refundId, by, isAgreed }));
    if (dice() < 0.5) {
      const own = await say(asked_by, true);
      if (own.kind === 'refused' && own.refusal === 'same-person') counts.ownWordRefused += 1;
    }
    const isAgreed = dice() < 0.75;
    const answer = await say('bo', isAgreed);
    if (answer.kind === 'turned-down') counts.turnedDown += 1;
    if (answer.kind !== 'started') continue;
    counts.agreed += 1;
    if (dice() < AT_ONCE) await performRefund(ctx, { billerId, refundId });
  }
}

async function hasWaiting(stage: Stage): Promise<boolean> {
  return (await ask(stage, `select 1 from refund where state = 'waiting' limit 1`)).length > 0;
}

async function isSettled(stage: Stage, vendorId: string): Promise<boolean> {
  const sales = await get<Sale[]>(`${stage.outside.origin}/sales`);
  return sales.some(({ id, status }) => id === vendorId && status === 'settled');
}

function ask<R>({ ctx }: Stage, query: string): Promise<R[]> {
  return ctx.em.fork().execute(query) as Promise<R[]>;
}
