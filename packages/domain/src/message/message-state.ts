/**
 * Where a text stands. Inbound: `received`. Outgoing: `queued` waits · `sending` claimed, being handed over ·
 * `uncertain` the carrier's answer was lost, it is looked up · `sent` the carrier has it · `delivered`, `undelivered`,
 * `failed` the carrier's last word · `cancelled` taken back before it went (STOP) · `skipped` no longer right at the
 * instant of sending (paid meanwhile, amount changed, no consent); a skipped text is not a failed one.
 */
export type MessageState =
  | 'received'
  | 'queued'
  | 'sending'
  | 'uncertain'
  | 'sent'
  | 'delivered'
  | 'undelivered'
  | 'failed'
  | 'cancelled'
  | 'skipped';

/** How far along each state of a handed-over text is; a report never moves it to a smaller number. */
const PROGRESS: Partial<Record<MessageState, number>> = {
  sending: 0,
  uncertain: 0,
  sent: 1,
  delivered: 2,
  undelivered: 2,
  failed: 2,
};

export interface ReportFacts {
  state: MessageState;
  /** The highest sequence applied so far; null before the first report. */
  sequence: number | null;
}

/**
 * What a carrier's report makes of a text's state. Reports arrive in any order: a lower sequence, or a step back, leaves
 * everything as it is; so any order of the same reports ends in the same state.
 */
export function stateAfterReport(
  before: ReportFacts,
  report: { state: MessageState; sequence: number },
): ReportFacts {
  const isOlder = before.sequence !== null && report.sequence <= before.sequence;
  const from = PROGRESS[before.state];
  const to = PROGRESS[report.state];
  if (isOlder || from === undefined || to === undefined || to < from) return before;
  return { state: report.state, sequence: report.sequence };
}
