/** How many of how many. */
export interface Share {
  hits: number;
  of: number;
}

export interface Interval {
  estimate: number;
  low: number;
  high: number;
}

/** The 97.5 % point of the normal distribution: intervals hold the truth 95 times of 100. */
const Z = 1.959963984540054;

/**
 * The difference of two rates (`one` less `other`, from -1 to 1) with a 95 % interval: the hybrid score interval, method 10
 * of R. G. Newcombe, Statistics in Medicine 17 (1998), 873–890, made of two intervals of E. B. Wilson, Journal of the
 * American Statistical Association 22 (1927), 209–212. Unlike the textbook's, it stays honest with few hits and few people.
 * @returns undefined where a group is empty: nothing can be said
 */
export function compareRates(one: Share, other: Share): Interval | undefined {
  if (one.of === 0 || other.of === 0) return undefined;
  const a = wilson(one);
  const b = wilson(other);
  const estimate = a.estimate - b.estimate;
  return {
    estimate,
    low: estimate - Math.hypot(a.estimate - a.low, b.high - b.estimate),
    high: estimate + Math.hypot(a.high - a.estimate, b.estimate - b.low),
  };
}

function wilson({ hits, of }: Share): Interval {
  const rate = hits / of;
  const square = Z * Z;
  const middle = 2 * hits + square;
  const reach = Z * Math.sqrt(square + 4 * hits * (1 - rate));
  const under = 2 * (of + square);
  return { estimate: rate, low: (middle - reach) / under, high: (middle + reach) / under };
}
