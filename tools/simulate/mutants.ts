import type { Weather } from './faults.ts';

/**
 * Protocols that are wrong in one thing each. A simulation that does not catch every one of them proves nothing about the
 * protocol that it lets pass.
 */
export const MUTANTS = {
  'blind retry': 'a charge whose answer is lost is sent again at once',
  'one search':
    'after a lost answer the processor is searched once, and what is not there is taken for failed',
  'no quarantine': 'what the processor does not show is sold again without waiting',
  'claim in two steps': 'texts are read in one transaction and marked as claimed in another',
  'no timeout': 'a call to a vendor waits for ever',
  'no webhook dedupe': 'a text that the carrier delivers twice is taken in twice',
  'no one-live index': 'a second payment of a bill may start while one is under way',
  'no posted-once guard': 'an outcome is posted as often as it is learned',
  'no second check': 'a text is sent without looking again whether it may be',
  'late call': 'a process that stood still calls the processor however late it is',
  'takes back what is paid':
    'a process that claimed a payment long ago takes it for a late one once it is approved',
  'late START': 'a START that is answered late undoes a STOP that came after it',
  'late hand-over': 'a process that stood still hands a text over however late it is',
  'STOP left to the job': 'a STOP is recorded when its text is answered, not before it is acknowledged',
  'send again blindly': 'a text whose answer is lost goes back into the outbox at once',
  'autopay beside PAY':
    'what stands against a planned charge is read in one transaction, and its intent committed in another',
  'charge before the intent': 'a planned charge asks the processor first and commits its intent after it',
  'refund sent again blindly': 'a refund whose answer is lost is sent again without looking for it',
  'refund without quarantine':
    'a refund that the processor does not show is sent again although the first may still be on its way',
  'refund by two at once': 'a refund is sent by every process that works on it',
  'late refund': 'a process that stood still sends a refund however late it is',
  'one-live of the first bill': 'of a payment for several bills only the first one counts as being paid',
  'dispute by its notice':
    'a dispute is moved to where its notice says, whatever it is by now and was before',
  'dispute kept twice': 'each notice of a dispute opens one',
  'refund sent in a dispute':
    'a refund that did not arrive is sent again although a bank has taken the money since',
  'refund beside a dispute':
    'neither the desk nor whoever sends a refund looks whether a bank has taken the money already',
  'lost dispute owed whole': 'what went back before a dispute was lost is owed again with the rest',
  'charges what rests': 'a bill that rests because of a dispute is charged by itself',
  'settled for good': 'what a bank sends back after it was approved is not looked at',
  'closed account debited': 'a bank account of which its bank has said no is debited again',
  'returned refund unseen': 'a refund of what a bank has sent back counts as not made, without looking',
  'no look at night': 'what no notice has told is never learned',
  'UNDO is believed': 'a void that the processor refuses, because the sale has settled, is taken for done',
} as const;

export type Mutant = keyof typeof MUTANTS;

/** Processes that stand still often and for minutes: what only they bring about is rare otherwise. */
const STANDING_STILL = { pause: 0.06, longestPauseMs: 300_000, crash: 0 };

/**
 * The weather in which a mutant shows soon, where it does so only by a rare pair of faults; the protocol itself has to stand
 * the same weather. Every other mutant is looked for in whatever weather the dice make.
 */
export const WEATHER: Partial<Record<Mutant, Weather>> = {
  'late call': { kernel: STANDING_STILL },
  'takes back what is paid': { kernel: STANDING_STILL, gateway: { answerLost: 0.2 } },
  'refund sent again blindly': { refunds: 0.8, gateway: { settlesWithinMs: 90_000, answerLost: 0.2 } },
  'refund without quarantine': { refunds: 0.8, gateway: { settlesWithinMs: 90_000, late: 0.3 } },
  'refund by two at once': { kernel: STANDING_STILL, refunds: 0.9, gateway: { settlesWithinMs: 30_000 } },
  'refund sent in a dispute': {
    refunds: 0.8,
    gateway: { settlesWithinMs: 30_000, disputed: 0.8, answerLost: 0.2 },
  },
  'returned refund unseen': {
    refunds: 0.9,
    gateway: { settlesWithinMs: 30_000, returned: 0.9, answerLost: 0.3 },
  },
  'late refund': { kernel: STANDING_STILL, refunds: 0.8, gateway: { settlesWithinMs: 90_000 } },
};
