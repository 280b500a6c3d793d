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
} as const;

export type Mutant = keyof typeof MUTANTS;
