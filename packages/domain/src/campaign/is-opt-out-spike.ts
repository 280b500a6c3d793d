import type { Brake } from './campaign.ts';

/** Whether more of those who were texted opted out than the brake allows; of too few texts nothing is concluded. */
export function isOptOutSpike(brake: Brake, seen: { sent: number; optedOut: number }): boolean {
  if (seen.sent < brake.minSent) return false;
  return seen.optedOut * 100 > brake.maxOptOutPercent * seen.sent;
}
