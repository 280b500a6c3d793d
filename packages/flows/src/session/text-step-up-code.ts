import { Account } from '@kvitt/db/customer/account.entity';
import type { LinkTarget } from '@kvitt/db/session/find-link';
import { hashToken } from '@kvitt/db/session/hash-token';
import { StepUpCode } from '@kvitt/db/session/step-up-code.entity';
import { LockMode } from '@mikro-orm/postgresql';
import { findThread } from '../conversation/find-thread.ts';
import type { Ctx } from '../kit/context.ts';
import { inTransaction } from '../kit/in-transaction.ts';
import { loadWriter } from '../message/load-writer.ts';
import { queueText } from '../message/queue-text.ts';

/** As its text says. */
const VALID_MS = 10 * 60_000;

/** Not again within a minute, and five in an hour at most: nobody fills a phone with our codes. */
const ONCE_PER_MS = 60_000;
const HOURLY = 5;

/** `too-soon` one is on its way, or enough were sent within the hour · `cannot-text` there is no phone, or it said STOP. */
export type CodeAnswer = { kind: 'sent' } | { kind: 'refused'; refusal: 'too-soon' | 'cannot-text' };

/** Texts a code that opens the account to the phone on file, never to one that the asker names. */
export async function textStepUpCode(
  ctx: Ctx,
  { biller, invoice, customer }: Pick<LinkTarget, 'biller' | 'invoice' | 'customer'>,
): Promise<CodeAnswer> {
  const { billerId, accountId } = invoice;
  return inTransaction(ctx, async (tx): Promise<CodeAnswer> => {
    await tx.em.findOneOrFail(Account, { billerId, id: accountId }, { lockMode: LockMode.PESSIMISTIC_WRITE });
    const now = tx.clock.now();
    const madeAt = { $gt: new Date(now.getTime() - 3_600_000) };
    const made = await tx.em.find(
      StepUpCode,
      { billerId, accountId, madeAt },
      { orderBy: { madeAt: 'desc' }, limit: HOURLY },
    );
    const last = made[0]?.madeAt.getTime() ?? 0;
    if (made.length >= HOURLY || last > now.getTime() - ONCE_PER_MS)
      return { kind: 'refused', refusal: 'too-soon' };
    const thread = await findThread(tx, billerId, accountId);
    if (!thread) return { kind: 'refused', refusal: 'cannot-text' };
    const id = tx.ids.next();
    const code = tx.ids.proof();
    await tx.em.insert(StepUpCode, {
      billerId,
      id,
      accountId,
      codeHash: hashToken(`${id}${code}`),
      madeAt: now,
      expiresAt: new Date(now.getTime() + VALID_MS),
      misses: 0,
      usedAt: null,
    });
    const write = await loadWriter(tx, billerId);
    const answer = await queueText(tx, {
      billerId,
      ...thread,
      purpose: 'reply',
      template: 'login-code',
      body: write('login-code', customer.language, { brand: biller.name, code }),
      cause: `step-up-code/${id}`,
      askedAt: now,
      sendBefore: new Date(now.getTime() + VALID_MS),
    });
    return answer.kind === 'queued' && !answer.waits
      ? { kind: 'sent' }
      : { kind: 'refused', refusal: 'cannot-text' };
  });
}
