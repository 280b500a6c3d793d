import { TextSetting } from '@kvitt/db/message/text-setting.entity';
import type { Ctx } from '../kit/context.ts';
import { inTransaction } from '../kit/in-transaction.ts';

/** Chooses whether a biller's texts write first names in plain letters, from the next text on. */
export async function setNameSpelling(
  ctx: Ctx,
  { billerId, isNameSpelt, savedBy }: { billerId: string; isNameSpelt: boolean; savedBy: string },
): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    await tx.em.upsert(TextSetting, { billerId, isNameSpelt, savedBy, savedAt: tx.clock.now() });
  });
}
