import type { Gateway } from '../state/gateway.ts';
import type { Instrument, Transaction } from '../state/records.ts';
import { decimal } from '../wire/money.ts';
import type { Charge } from './read-charge.ts';

const counting = new Set(['authorized', 'submitted_for_settlement', 'settling', 'settled', 'voided']);

/**
 * Finds an earlier sale that makes this one a duplicate: same amount, same order id, same card number and expiry,
 * within the window, and successful. It does not wait for one that is still being worked on.
 */
export function findDuplicate(
  gateway: Gateway,
  charge: Charge,
  instrument: Instrument,
): Transaction | undefined {
  const { duplicateWindowMs, duplicateWithoutOrderId } = gateway.settings;
  if (!duplicateWindowMs || (charge.orderId === null && !duplicateWithoutOrderId)) return undefined;
  const since = gateway.clock.now() - duplicateWindowMs;
  return gateway
    .byOrderId(charge.orderId ?? '')
    .findLast(
      (other) =>
        other.createdAt >= since &&
        other.type === 'sale' &&
        other.amount === decimal(charge.amountCents) &&
        counting.has(other.status) &&
        isSameInstrument(other.instrument, instrument),
    );
}

function isSameInstrument(one: Instrument, other: Instrument): boolean {
  if (one.kind !== other.kind) return false;
  if (one.card && other.card) {
    return (
      one.card.number === other.card.number &&
      one.card.expirationMonth === other.card.expirationMonth &&
      one.card.expirationYear === other.card.expirationYear
    );
  }
  return one.details?.payerEmail !== undefined && one.details.payerEmail === other.details?.payerEmail;
}
