import { Enrollment } from '@kvitt/db/enrollment/enrollment.entity';
import type { TxCtx } from '../kit/context.ts';
import { awardBonus } from './award-bonus.ts';

/** A month after the call somebody else has talked the customer into it. */
const WITHIN_MS = 30 * 86_400_000;

/**
 * Gives the agents of a call what it earns that the customer has now done what they said on the phone: switched autopay on,
 * or agreed to bills without paper. Nothing where no confirmed call of the last thirty days has noted that they would.
 */
export async function awardFollowUp(
  tx: TxCtx,
  done: { billerId: string; kind: 'autopay' | 'paperless' } & ({ accountId: string } | { phoneId: string }),
): Promise<void> {
  const { kind, ...whose } = done;
  const since = new Date(tx.clock.now().getTime() - WITHIN_MS);
  const call = await tx.em.findOne(
    Enrollment,
    {
      ...whose,
      confirmedAt: { $gte: since },
      stoppedAt: null,
      ...(kind === 'autopay' ? { wantsAutopay: true } : { isPaperless: true }),
    },
    { orderBy: { confirmedAt: 'desc' } },
  );
  if (call) await awardBonus(tx, call, kind);
}
