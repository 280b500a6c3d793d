import { money } from '@kvitt/domain/money/money';
import type { Ctx } from '@kvitt/flows/kit/context';
import { percentile } from '../kit/percentile.ts';

const SALES = 60;

/** The gateway's own time for a sale: the median, in milliseconds, of one after the other with nothing else going on. */
export async function measureGateway(ctx: Ctx, vaultTokens: readonly string[]): Promise<number> {
  const tookMs: number[] = [];
  for (let sale = 0; sale < SALES; sale++) {
    const startedMs = performance.now();
    const outcome = await ctx.payments.charge({
      paymentId: ctx.ids.next(),
      amount: money(1000 + sale, 'USD'),
      source: { kind: 'vaulted', token: vaultTokens[sale % vaultTokens.length] ?? '' },
      initiator: 'customer',
    });
    if (outcome.kind !== 'approved') throw new Error(`the gateway took no sale: ${outcome.kind}`);
    tookMs.push(performance.now() - startedMs);
  }
  // The first ones open the connection and compile the SDK.
  return percentile(tookMs.slice(SALES / 4), 0.5);
}
