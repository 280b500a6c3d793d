import type { Enrollment } from '@kvitt/db/enrollment/enrollment.entity';
import type { CallOutcome } from '@kvitt/domain/enrollment/call-script';

/**
 * Ends a call in memory. Once the handset was asked it has the last word: however the call ends, the enrollment is confirmed
 * or pending then.
 */
export function endCall(
  call: Enrollment,
  end: { outcome: CallOutcome; reason: Enrollment['reason']; at: Date },
): void {
  call.endedAt = end.at;
  if (call.reason) call.state = 'declined';
  else if (call.confirmedAt) call.state = 'confirmed';
  else if (call.askedAt) call.state = 'pending';
  else {
    call.state = end.outcome;
    call.reason = end.reason;
  }
}
