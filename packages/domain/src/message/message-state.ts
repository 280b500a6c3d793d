/**
 * Where a text stands. Inbound: `received`. Outgoing: `queued` waits · `held` a person decides whether it goes · `sending` claimed, being handed over ·
 * `uncertain` the carrier's answer was lost, it is looked up · `sent` the carrier has it · `delivered`, `undelivered`,
 * `failed` the carrier's last word · `cancelled` taken back before it went (STOP) · `skipped` no longer right at the
 * instant of sending (paid meanwhile, amount changed, no consent); a skipped text is not a failed one.
 */
export type MessageState =
  | 'received'
  | 'queued'
  | 'held'
  | 'sending'
  | 'uncertain'
  | 'sent'
  | 'delivered'
  | 'undelivered'
  | 'failed'
  | 'cancelled'
  | 'skipped';

/** What a carrier reports of a text. */
export type ReportedState = 'queued' | 'sent' | 'delivered' | 'undelivered' | 'failed';

/** What a report makes of a text: also `queued` says that the carrier has it, so it must not be sent again. */
const MEANING: Record<ReportedState, MessageState> = {
  queued: 'sent',
  sent: 'sent',
  delivered: 'delivered',
  undelivered: 'undelivered',
  failed: 'failed',
};

/**
 * How far along a reported text is; of two last words with the same number the better one counts, whichever came first.
 */
const PROGRESS: Partial<Record<MessageState, number>> = { sent: 0, failed: 1, undelivered: 1, delivered: 1 };
const BETTER: readonly MessageState[] = ['sent', 'failed', 'undelivered', 'delivered'];

export interface ReportFacts {
  state: MessageState;
  /** The sequence of the report that the state comes from; null where it is our own word. */
  sequence: number | null;
}

/**
 * What a carrier's report makes of a text's state. The first report counts whatever we thought, since the carrier must
 * have the text to speak of it: one that we had taken for lost and put back into the outbox does not go out again. Of
 * several reports the furthest along counts, then the one with the higher sequence; so any order of the same reports,
 * with repetitions, ends in the same state.
 */
export function stateAfterReport(
  before: ReportFacts,
  report: { state: ReportedState; sequence: number },
): ReportFacts {
  if (before.state === 'received') return before;
  const after = { state: MEANING[report.state], sequence: report.sequence };
  return before.sequence === null || isFurther(after, { ...before, sequence: before.sequence })
    ? after
    : before;
}

interface Reported {
  state: MessageState;
  sequence: number;
}

function isFurther(one: Reported, other: Reported): boolean {
  const byProgress = (PROGRESS[one.state] ?? 0) - (PROGRESS[other.state] ?? 0);
  const byState = BETTER.indexOf(one.state) - BETTER.indexOf(other.state);
  return (byProgress || one.sequence - other.sequence || byState) > 0;
}
