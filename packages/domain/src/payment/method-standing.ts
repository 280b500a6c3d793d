/** Whether money can be taken: `usable` · `expired` its last month is over · `closed` its bank says that it is no more. */
export type MethodStanding = 'usable' | 'expired' | 'closed';

/**
 * Where a stored way to pay stands. A card is good until the last day of its month, and one without an expiry until its bank
 * says otherwise.
 * @param today `YYYY-MM-DD`
 */
export function methodStanding(
  method: {
    expMonth?: number | null | undefined;
    expYear?: number | null | undefined;
    closedAt?: Date | null | undefined;
  },
  today: string,
): MethodStanding {
  if (method.closedAt) return 'closed';
  const { expMonth, expYear } = method;
  if (!expMonth || !expYear) return 'usable';
  return expiryOf({ expMonth, expYear }) < today.slice(0, 7) ? 'expired' : 'usable';
}

/** The month in which a card ends, `YYYY-MM`. */
export function expiryOf({ expMonth, expYear }: { expMonth: number; expYear: number }): string {
  return `${expYear}-${String(expMonth).padStart(2, '0')}`;
}
