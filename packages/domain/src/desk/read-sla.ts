/** How long a customer may wait for a person, and from when on the screen warns; minutes. */
export interface SlaRule {
  answerMin: number;
  warnMin: number;
}

/** What holds where a biller has said nothing. */
export const USUAL_SLA: SlaRule = { answerMin: 15, warnMin: 10 };

export type Sla = { kind: 'none' } | { kind: 'calm' | 'soon' | 'late'; waitedMin: number; leftMin: number };

/**
 * How a thread stands against the biller's promise to answer.
 * @param wantedSince since when the customer waits; null where nobody waits
 */
export function readSla(wantedSince: Date | null, now: Date, rule: SlaRule): Sla {
  if (wantedSince === null) return { kind: 'none' };
  const waitedMin = Math.max(0, Math.floor((now.getTime() - wantedSince.getTime()) / 60_000));
  const leftMin = rule.answerMin - waitedMin;
  if (leftMin <= 0) return { kind: 'late', waitedMin, leftMin };
  return { kind: waitedMin >= rule.warnMin ? 'soon' : 'calm', waitedMin, leftMin };
}
