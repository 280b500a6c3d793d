import { Consent } from '@kvitt/db/consent/consent.entity';
import { CONSENT_TERMS } from '@kvitt/domain/consent/consent-terms';
import type { Ctx } from '../kit/context.ts';
import { inTransaction } from '../kit/in-transaction.ts';
import { oneByOne } from '../kit/one-by-one.ts';
import { changeConsent } from './change-consent.ts';

/** Questions that are ended in one round; the rest follow in the next. */
const BATCH = 100;

/**
 * Ends the questions that no phone has answered in time. What was agreed to elsewhere counts for nothing then.
 * @returns how many were ended
 */
export async function expireConsents(ctx: Ctx): Promise<number> {
  const { value, source } = CONSENT_TERMS.pendingForMs;
  const until = new Date(ctx.clock.now().getTime() - value);
  const pending = await ctx.em
    .fork()
    .find(Consent, { state: 'pending', since: { $lte: until } }, { orderBy: { since: 'asc' }, limit: BATCH });
  const items = pending.map(({ billerId, phoneId, purpose }) => ({
    id: `${phoneId}/${purpose}`,
    billerId,
    phoneId,
    purpose,
  }));
  return oneByOne(ctx, items, async ({ billerId, phoneId, purpose }) => {
    await inTransaction(ctx, (tx) =>
      changeConsent(tx, {
        billerId,
        phoneId,
        act: 'expired',
        purpose,
        channel: 'system',
        wording: `The phone did not answer in time (${source}).`,
        actor: 'kvitt',
      }),
    );
  });
}
