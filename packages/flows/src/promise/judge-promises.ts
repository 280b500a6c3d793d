import { findPromisesToJudge, type OpenPromise } from '@kvitt/db/promise/find-promises-to-judge';
import { PromiseToPay } from '@kvitt/db/promise/promise.entity';
import { judgePromise } from '@kvitt/domain/promise/judge-promise';
import { LockMode } from '@mikro-orm/postgresql';
import type { Ctx } from '../kit/context.ts';
import { inTransaction } from '../kit/in-transaction.ts';
import { oneByOne } from '../kit/one-by-one.ts';
import { tellPromise } from './tell-promise.ts';

/**
 * Notes which open promises the ledger shows as kept, and which were broken when their grace was over on the customer's
 * own calendar, and tells the customer. From then on reminders go on.
 * @returns how many were decided
 */
export async function judgePromises(ctx: Ctx): Promise<number> {
  const due = await findPromisesToJudge(ctx.em.fork(), ctx.clock.now());
  return oneByOne(ctx, due, (found) => endPromise(ctx, found));
}

async function endPromise(ctx: Ctx, found: OpenPromise): Promise<void> {
  const { billerId, id } = found;
  await inTransaction(ctx, async (tx) => {
    const promise = await tx.em.findOneOrFail(
      PromiseToPay,
      { billerId, id },
      { lockMode: LockMode.PESSIMISTIC_WRITE },
    );
    const state = judgePromise(found, found.today);
    if (promise.state !== 'open' || state === 'open') return;
    promise.state = state;
    promise.endedAt = tx.clock.now();
    await tx.em.flush();
    await tellPromise(tx, promise);
    tx.log.info({ promiseId: id, state }, 'a promise to pay is over');
  });
}
