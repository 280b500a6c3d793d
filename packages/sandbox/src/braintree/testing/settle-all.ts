import type { Gateway } from '../state/gateway.ts';
import { moveTo } from '../transactions/move-to.ts';

const onTheirWay = new Set([
  'submitted_for_settlement',
  'settling',
  'settlement_pending',
  'settlement_confirmed',
]);

/** Settles everything that was submitted, as the vendor's nightly run would. */
export function settleAll(gateway: Gateway): void {
  for (const transaction of Object.values(gateway.state.transactions)) {
    if (!onTheirWay.has(transaction.status) || transaction.partialSettlementIds.length) continue;
    moveTo(gateway, transaction, 'settled', 'settlement');
  }
}
