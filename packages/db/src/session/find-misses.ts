import { STEP_UP_TRIES, STEP_UP_WINDOW_MS } from '@kvitt/domain/session/decide-step-up';
import type { EntityManager } from '@mikro-orm/postgresql';
import { StepUpMiss } from './step-up-miss.entity.ts';

/**
 * The latest misses within the window, as many as lock: those by what is on file on an account, whoever made them, and
 * those of a browser, by any way and on any account.
 */
export async function findMisses(
  em: EntityManager,
  of: { billerId: string; accountId: string; browserHash: string },
  now: Date,
): Promise<{ accountMisses: Date[]; browserMisses: Date[] }> {
  const { billerId, accountId, browserHash } = of;
  const at = { $gt: new Date(now.getTime() - STEP_UP_WINDOW_MS) };
  const options = { orderBy: { at: 'desc' as const }, limit: STEP_UP_TRIES };
  const way = { $nin: ['text-code' as const, 'passkey' as const] };
  const ofAccount = await em.find(StepUpMiss, { billerId, accountId, way, at }, options);
  const ofBrowser = await em.find(StepUpMiss, { browserHash, at }, options);
  return {
    accountMisses: ofAccount.map((miss) => miss.at),
    browserMisses: ofBrowser.map((miss) => miss.at),
  };
}
