import { PlannedCharge } from '@kvitt/db/autopay/planned-charge.entity';
import { enroll } from '@kvitt/flows/autopay/enroll';
import type { TxCtx } from '@kvitt/flows/kit/context';

/** Within this much of the run's time a bill is charged by itself. */
const WITHIN_MS = 120_000;

/**
 * A mandate for an account, and its bill's charge as the round would plan it, but for the hour: nobody of a run stays until
 * the customer's next morning.
 * @param when by lot, 0 to 1
 */
export async function addMandate(
  tx: TxCtx,
  bill: { billerId: string; accountId: string; invoiceId: string; dueOn: string },
  when: number,
): Promise<void> {
  const { billerId, accountId, dueOn } = bill;
  const autopayId = tx.ids.next();
  const how = { sweepsOpen: true, channel: 'web', actor: 'customer' } as const;
  const answer = await enroll(tx, { billerId, accountId, autopayId, ...how });
  if (answer.kind !== 'enrolled') throw new Error(`a newcomer's mandate was refused: ${answer.refusal}`);
  const now = tx.clock.now();
  await tx.em.insert(PlannedCharge, {
    ...bill,
    id: tx.ids.derived(bill.invoiceId, `autopay/${dueOn}`),
    autopayId,
    planId: null,
    state: 'queued',
    reason: null,
    tries: 0,
    chargeOn: dueOn,
    chargeAt: new Date(now.getTime() + when * WITHIN_MS),
    tellAt: null,
    createdAt: now,
    endedAt: null,
  });
}
