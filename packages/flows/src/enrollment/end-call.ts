import type { Enrollment } from '@kvitt/db/enrollment/enrollment.entity';
import { countScore } from '@kvitt/db/incentive/count-score';
import type { CallOutcome } from '@kvitt/domain/enrollment/call-script';
import { findRushed } from '@kvitt/domain/enrollment/find-rushed';
import { raiseFlags } from '../incentive/raise-flags.ts';
import type { TxCtx } from '../kit/context.ts';
import { findScript } from './find-script.ts';

/** Who had no time at this hour may have it tomorrow; the agent says another time where one was agreed. */
const DAY_MS = 86_400_000;

/**
 * Ends a call that is locked, counts its time for the leaderboard, and flags a script that cannot have been read. Once the
 * handset was asked it has the last word: however the call ends, the enrollment is confirmed or pending then.
 */
export async function endCall(
  tx: TxCtx,
  call: Enrollment,
  end: { outcome: CallOutcome; reason: Enrollment['reason'] },
): Promise<void> {
  const at = tx.clock.now();
  call.endedAt = at;
  const { billerId, agentId, startedAt } = call;
  await countScore(tx.em, { billerId, agentId, at }, { callMs: at.getTime() - startedAt.getTime() });
  if (call.reason) call.state = 'declined';
  else if (call.confirmedAt) call.state = 'confirmed';
  else if (call.askedAt) call.state = 'pending';
  else {
    call.state = end.outcome;
    if (end.outcome === 'call-back') call.callBackAt = new Date(at.getTime() + DAY_MS);
    call.reason = end.reason;
  }
  if (call.askedAt) await raiseFlags(tx, call, { rushed: findRushed(await findScript(tx, call), call.path) });
}
