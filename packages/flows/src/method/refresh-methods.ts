import { Biller } from '@kvitt/db/biller/biller.entity';
import { PaymentMethod } from '@kvitt/db/payment/payment-method.entity';
import type { CardFace } from '@kvitt/domain/payment/outcome';
import type { MethodUpdate } from '@kvitt/payments/payments-port';
import type { Ctx } from '../kit/context.ts';
import { inTransaction } from '../kit/in-transaction.ts';
import { closeMethod } from './close-method.ts';
import { tellMethod } from './tell-method.ts';

/**
 * Brings what is kept of a vaulted way to pay up to date with the processor, for every account that has it: a new number or
 * expiry is followed under the same token; what is gone there, or was closed by its bank, is closed here, and its owner is
 * asked for another.
 * @throws where the processor does not answer: the job is tried again
 */
export async function refreshMethods(ctx: Ctx, token: string, news: MethodUpdate['kind']): Promise<void> {
  const em = ctx.em.fork();
  // The billers of a deployment share its merchant account; naming them all is what lets their key be used.
  const billers = await em.find(Biller, {}, { fields: ['id'] });
  const of = { billerId: { $in: billers.map(({ id }) => id) }, vaultToken: token };
  const methods = await em.find(PaymentMethod, { ...of, removedAt: null, closedAt: null });
  if (methods.length === 0) return;
  const found = await ctx.payments.findMethod(token);
  if (found.kind === 'failed') {
    if (found.retryable) throw new Error('the processor did not answer; it is tried again');
    ctx.log.warn({ code: found.code }, 'a way to pay cannot be read at the processor');
    return;
  }
  for (const { billerId, id } of methods) {
    await inTransaction(ctx, async (tx) => {
      const method = await tx.em.findOneOrFail(PaymentMethod, { billerId, id });
      if (news === 'closed' || found.kind === 'not-found') {
        const why = found.kind === 'not-found' ? 'gone at the processor' : 'closed by its bank';
        await closeMethod(tx, method, why);
        await tellMethod(tx, method, 'method-closed');
        return;
      }
      await follow(tx, method, found.card);
      if (news === 'ask') await tellMethod(tx, method, 'card-expiring');
    });
  }
}

async function follow(
  tx: Parameters<typeof tellMethod>[0],
  { billerId, id }: PaymentMethod,
  card: CardFace,
): Promise<void> {
  const { brand, last4, expMonth, expYear } = card;
  const checkedAt = tx.clock.now();
  await tx.em.nativeUpdate(
    PaymentMethod,
    { billerId, id },
    { brand, last4, expMonth, expYear, checkedAt, ...(card.funding && { funding: card.funding }) },
  );
  tx.log.info({ methodId: id }, 'a way to pay was brought up to date');
}
