import { TextSetting } from '@kvitt/db/message/text-setting.entity';
import type { LockScreen } from '@kvitt/domain/message/templates/fits-lock-screen';
import type { Ctx } from '../kit/context.ts';
import { inTransaction } from '../kit/in-transaction.ts';

/** Chooses the most that a biller's texts tell a lock screen, from the next text on; what is not named stays. */
export async function setLockScreen(
  ctx: Ctx,
  { billerId, levels, savedBy }: { billerId: string; levels: Partial<LockScreen>; savedBy: string },
): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    await tx.em.upsert(TextSetting, {
      billerId,
      ...(levels.info && { infoLevel: levels.info }),
      ...(levels.receipt && { receiptLevel: levels.receipt }),
      ...(levels.past_due && { pastDueLevel: levels.past_due }),
      savedBy,
      savedAt: tx.clock.now(),
    });
  });
}
