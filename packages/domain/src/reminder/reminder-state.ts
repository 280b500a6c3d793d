/**
 * Where a reminder stands. `planned` waits for its hour · `queued` its text is in the outbox · `sent` the carrier has it ·
 * `merged` another reminder's text of that day speaks of the bill · `skipped` with the reason why there is none.
 */
export type ReminderState = 'planned' | 'queued' | 'sent' | 'merged' | 'skipped';
