import { findToForget } from '@kvitt/db/method/find-to-forget';
import { PaymentMethod } from '@kvitt/db/payment/payment-method.entity';
import type { Ctx } from '../kit/context.ts';
import { oneByOne } from '../kit/one-by-one.ts';

/**
 * Has the processor delete what was removed here. What it does not answer to is asked again in the next round; what it does
 * not know any more is deleted.
 * @returns how many were deleted
 */
export async function forgetMethods(ctx: Ctx): Promise<number> {
  let forgotten = 0;
  await oneByOne(ctx, await findToForget(ctx.em.fork()), async ({ billerId, id, vaultToken }) => {
    const answer = await ctx.payments.deleteMethod(vaultToken);
    if (answer.kind === 'failed') {
      ctx.log.warn({ methodId: id, reason: answer.reason }, 'a removed way to pay is still in the vault');
      return;
    }
    const at = ctx.clock.now();
    await ctx.em.fork().nativeUpdate(PaymentMethod, { billerId, id }, { forgottenAt: at });
    forgotten += 1;
  });
  return forgotten;
}
