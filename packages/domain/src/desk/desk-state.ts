/**
 * `open` someone has to look · `waiting` we have answered, the customer has not · `snoozed` to come back at a time ·
 * `closed` nobody's work.
 */
export type DeskState = 'open' | 'waiting' | 'snoozed' | 'closed';

/** The piles that threads lie in, as the inbox shows them; `team` waits for somebody of the agent's own. */
export const QUEUES = [
  'unassigned',
  'mine',
  'team',
  'waiting',
  'snoozed',
  'failed',
  'closed',
  'all',
] as const;

export type Queue = (typeof QUEUES)[number];
