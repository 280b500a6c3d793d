/** How many answered in each way. */
export interface Attitudes {
  promoters: number;
  passives: number;
  detractors: number;
}

export interface NetPromoterScore {
  /** From -100 to 100, with the ends of a 95 % interval around it. */
  score: number;
  low: number;
  high: number;
}

/** The 97.5 % point of the normal distribution. */
const Z = 1.959963984540054;

/**
 * The share of promoters less that of detractors, in points, and how far it may be from what all customers would say. The
 * interval adds three answers spread over the three kinds before it counts (A. Agresti and B. Caffo's way with two shares),
 * so that few answers do not pretend to certainty.
 * @returns undefined where nobody answered
 */
export function netPromoterScore({
  promoters,
  passives,
  detractors,
}: Attitudes): NetPromoterScore | undefined {
  const of = promoters + passives + detractors;
  if (of === 0) return undefined;
  const score = ((promoters - detractors) / of) * 100;
  const all = of + 3;
  const up = (promoters + 1) / all;
  const down = (detractors + 1) / all;
  const middle = up - down;
  const reach = Z * Math.sqrt((up + down - middle * middle) / all);
  return { score, low: clamp((middle - reach) * 100), high: clamp((middle + reach) * 100) };
}

function clamp(points: number): number {
  return Math.max(-100, Math.min(100, points));
}
