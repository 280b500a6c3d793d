import type { api } from '../../kit/api.ts';

/** A conversation as the server opens it: a page of its events, its line in the piles, and whether a text may go now. */
export type Thread = Awaited<ReturnType<typeof api.conversation.open.query>>;

/** One thing that happened in a thread: a text, a note, a payment. */
export type Happened = Thread['events'][number];

/** What an agent does with a thread as a whole: take it, snooze it, close it. */
export type Move = Parameters<typeof api.conversation.move.mutate>[0]['move'];
