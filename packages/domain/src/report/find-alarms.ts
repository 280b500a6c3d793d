/** How the sending of texts is at an instant, over all billers. */
export interface Vitals {
  /** Texts that may go out now and have not, and for how long the oldest of them has waited. */
  dueTexts: number;
  oldestDueSeconds: number;
  /** Jobs of the queue that are not done. */
  waitingJobs: number;
  /** Of the last hour: texts handed over, those that came to nothing, phones that opted out. */
  sent: number;
  failed: number;
  optedOut: number;
  pausedSenders: number;
  /** Campaigns that their brake has stopped, and nobody has looked after. */
  brakedCampaigns: number;
}

/** What is still well. Rates count from so many texts of the last hour on. */
export interface HealthLimits {
  oldestDueSeconds: number;
  waitingJobs: number;
  minSent: number;
  failedPercent: number;
  optedOutPercent: number;
}

export const HEALTH_LIMITS: HealthLimits = {
  // A receipt that takes longer is no receipt.
  oldestDueSeconds: 15 * 60,
  waitingJobs: 10_000,
  // Below this one person's STOP is a rate.
  minSent: 50,
  failedPercent: 15,
  // Carriers look into a number at about three of a hundred.
  optedOutPercent: 2,
};

export interface Alarm {
  code: 'TEXTS_LATE' | 'JOBS_PILE_UP' | 'FAILURE_SPIKE' | 'OPT_OUT_SPIKE' | 'CAMPAIGN_BRAKED';
  value: number;
  limit: number;
}

/** What is not well, worst known first by its place in the table; empty where all is. */
export function findAlarms(vitals: Vitals, limits: HealthLimits = HEALTH_LIMITS): Alarm[] {
  const percentOf = (count: number) => (vitals.sent < limits.minSent ? 0 : (100 * count) / vitals.sent);
  const measured: Alarm[] = [
    { code: 'TEXTS_LATE', value: vitals.oldestDueSeconds, limit: limits.oldestDueSeconds },
    { code: 'JOBS_PILE_UP', value: vitals.waitingJobs, limit: limits.waitingJobs },
    { code: 'FAILURE_SPIKE', value: percentOf(vitals.failed), limit: limits.failedPercent },
    { code: 'OPT_OUT_SPIKE', value: percentOf(vitals.optedOut), limit: limits.optedOutPercent },
    { code: 'CAMPAIGN_BRAKED', value: vitals.brakedCampaigns, limit: 0 },
  ];
  return measured.filter(({ value, limit }) => value > limit);
}
