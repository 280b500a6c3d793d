/** How long a call to the processor may take before its answer counts as lost; the SDK's own default is 60 s. */
export const PROCESSOR_TIMEOUT_MS = 20_000;

/**
 * How long a payment may look absent at the processor before we believe that it never arrived, after the time that our
 * own call may take. A request that was cut on our side can still land: the processor's own limit for one is 60 s, and its
 * clock need not be ours. Twice that limit, because our call may also begin some seconds late and end some seconds late; a
 * search that finds nothing before then proves nothing.
 */
export const QUARANTINE_MS = 120_000;

/** When to ask again about a payment whose answer was lost, counted from the first time it was noticed. */
const ASK_AFTER_MS: readonly number[] = [5_000, 20_000, 60_000, 125_000, 180_000, 300_000, 600_000];

/**
 * From then on at these intervals: by now only a processor that does not answer keeps us from knowing, and when it is back
 * the customer has waited for long enough.
 */
const ASK_EVERY_MS = 600_000;

/** After this long without an answer a person has to look; `checks/` names such payments. */
export const UNKNOWN_LIMIT_MS = 24 * 3_600_000;

/**
 * How many milliseconds to wait before asking about an unknown payment for the `asked`-th time (0 the first).
 * Past the end of the table every ten minutes: an unknown payment is never given up silently.
 */
export function nextAskInMs(asked: number): number {
  const last = ASK_AFTER_MS.length - 1;
  if (asked > last) return ASK_EVERY_MS;
  return (ASK_AFTER_MS[asked] ?? 0) - (asked === 0 ? 0 : (ASK_AFTER_MS[asked - 1] ?? 0));
}

/**
 * A sale that we took for lost is looked for again after these times, in case it landed after all, past every limit that
 * the processor names; then it is taken back. After the last one only a comparison with the processor's statement shows it.
 */
const LOOK_FOR_LATE_MS: readonly number[] = [600_000, 3_600_000, 21_600_000, 86_400_000];

/** How long until a payment that never arrived is looked for again for the `looked`-th time; undefined when it is over. */
export function nextLateLookInMs(looked: number): number | undefined {
  return LOOK_FOR_LATE_MS[looked];
}

/** Whether "the processor has no such sale" may be believed yet. */
export function isPastQuarantine(startedAt: Date, now: Date): boolean {
  return now.getTime() - startedAt.getTime() >= PROCESSOR_TIMEOUT_MS + QUARANTINE_MS;
}
