/** What an agent is paid for a period, in minor units. */
export interface NetPay {
  /** What is kept back of it for what was paid out before and taken back since. */
  nettedMinor: number;
  paidMinor: number;
  /** What is still owed back after it, and waits for the next period. */
  owedMinor: number;
}

/** Nets what an agent owes back against what is paid out now: never more than there is, so nobody is paid less than nothing. */
export function netOwed(grossMinor: number, owedMinor: number): NetPay {
  const nettedMinor = Math.min(grossMinor, owedMinor);
  return { nettedMinor, paidMinor: grossMinor - nettedMinor, owedMinor: owedMinor - nettedMinor };
}
