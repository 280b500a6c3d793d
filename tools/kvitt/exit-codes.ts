/**
 * What a command's exit code says, so that a script need not read its words. 1 is an answer, not a failure: bills that
 * were refused, a ledger that does not add up, a payment that does not exist.
 */
export const EXIT = {
  done: 0,
  no: 1,
  usage: 2,
  unreachable: 3,
  /** The number that sysexits.h gives to a program's own mistake; Node's own 1 would read as "no". */
  bug: 70,
} as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];
