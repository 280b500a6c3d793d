import type { Enrollment } from '@kvitt/db/enrollment/enrollment.entity';
import { EnrollmentFlag } from '@kvitt/db/incentive/enrollment-flag.entity';
import { insertOnce } from '@kvitt/db/kit/insert-once';
import { type FlagFacts, findFlags } from '@kvitt/domain/incentive/find-flags';
import type { TxCtx } from '../kit/context.ts';

/**
 * Keeps the flags that what was just learnt of an enrollment gives it, within the caller's transaction; each kind once. A
 * flag stops nothing by itself: it asks for a look before a bonus is approved.
 */
export async function raiseFlags(
  tx: TxCtx,
  call: Pick<Enrollment, 'billerId' | 'id'>,
  facts: FlagFacts,
): Promise<void> {
  for (const { kind, evidence } of findFlags(facts)) {
    await insertOnce(tx.em, EnrollmentFlag, {
      billerId: call.billerId,
      enrollmentId: call.id,
      kind,
      evidence,
      raisedAt: tx.clock.now(),
      clearedAt: null,
      clearedBy: null,
      clearer: null,
      note: null,
    });
  }
}
