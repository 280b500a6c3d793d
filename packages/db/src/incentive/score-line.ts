/** An hour: with less, "per hour" says nothing. */
export const LEAST_MINUTES = 60;

export type ScorePeriod = 'day' | 'week' | 'month';

export interface ScoreLine {
  /** An agent's id, or the name of a team or a site. */
  key: string;
  name: string;
  /** How many agents are counted in it. */
  agents: number;
  enrollments: number;
  /** Worked in the period; null where nobody has entered any. */
  minutes: number | null;
  /** Enrollments per hour worked; null with less than an hour. */
  perHour: number | null;
  /** Those with the same value share one. */
  rank: number;
  isShared: boolean;
}

/** A line as it is found; of the one who asks, who is next above and how far. */
export interface RankedLine extends ScoreLine {
  isOwn: boolean;
  above: string | null;
  gap: number | null;
}
