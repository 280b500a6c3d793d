/**
 * How long a text is offered to a carrier that does not take it: long enough for an outage, too short for a bill of the
 * morning to go out at night.
 */
const OFFERED_FOR_MS = 6 * 3_600_000;

/**
 * Whether a text that the carrier has not taken since it was queued, or since the rules let it go, has missed its moment,
 * and is given up as failed.
 */
export function isPastItsTime(
  text: { createdAt: Date; deferredUntil?: Date | null | undefined },
  now: Date,
): boolean {
  const since = Math.max(text.createdAt.getTime(), text.deferredUntil?.getTime() ?? 0);
  return now.getTime() - since > OFFERED_FOR_MS;
}
