import type { Money } from '../money/money.ts';
import type { AgreedPart } from './payment-part.ts';

/** Each bill gets as much as is due on it before the next one gets anything; a bill that gets nothing is left out. */
export function sharePayment(
  bills: readonly { invoiceId: string; amountDue: Money }[],
  totalMinor: number,
): AgreedPart[] {
  const parts: AgreedPart[] = [];
  let rest = totalMinor;
  for (const { invoiceId, amountDue } of bills) {
    const amountMinor = Math.min(rest, amountDue.minor);
    if (amountMinor <= 0) continue;
    parts.push({ invoiceId, amountMinor, isPartial: amountMinor < amountDue.minor });
    rest -= amountMinor;
  }
  return parts;
}
