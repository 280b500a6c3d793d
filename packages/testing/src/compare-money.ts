import { fromDecimal } from '@kvitt/domain/money/to-decimal';
import { sql } from 'kysely';
import type { World } from './open-world.ts';

/** States in which the gateway has taken, or is going to pay out, a transaction's amount; a bank's order counts from its first day. */
const CAPTURED = [
  'submitted_for_settlement',
  'settling',
  'settled',
  'settlement_confirmed',
  'settlement_pending',
];

export interface Difference {
  paymentId: string;
  gatewayMinor: number;
  ledgerMinor: number;
}

/**
 * Holds the ledger against the gateway's own books, payment by payment and to the cent: what the gateway took, less what
 * it gave back, must be what the ledger says that the processor holds; what banks took in disputes is no sale's matter.
 * @returns the payments on which the two differ, in minor units; none where all is well
 */
export async function compareMoney(world: World): Promise<Difference[]> {
  const gateway = readGateway(world);
  const { rows } = await sql<{ paymentId: string; minor: string }>`
    select coalesce(r.payment_id, e.cause_id) as "paymentId", sum(g.minor) as minor from journal_entry e
    left join refund r on r.biller_id = e.biller_id and r.id = e.cause_id
    join posting g on g.biller_id = e.biller_id and g.entry_id = e.id
    where g.account = 'processor' and e.cause not like 'dispute-%' group by coalesce(r.payment_id, e.cause_id)`.execute(
    world.ctx.em.fork().getKysely(),
  );
  const ledger = new Map(rows.map((row) => [row.paymentId, Number(row.minor)]));
  return [...new Set([...gateway.keys(), ...ledger.keys()])]
    .map((paymentId) => ({
      paymentId,
      gatewayMinor: gateway.get(paymentId) ?? 0,
      ledgerMinor: ledger.get(paymentId) ?? 0,
    }))
    .filter(({ gatewayMinor, ledgerMinor }) => gatewayMinor !== ledgerMinor);
}

function readGateway(world: World): Map<string, number> {
  const all = world.braintree.transactions();
  const paymentOf = new Map(all.map((one) => [one.id, one.orderId ?? one.id]));
  const held = new Map<string, number>();
  for (const one of all.filter(({ status }) => CAPTURED.includes(status))) {
    const paymentId = paymentOf.get(one.refundedTransactionId ?? one.id) ?? one.id;
    const minor = fromDecimal(one.amount, 'USD')?.minor ?? Number.NaN;
    held.set(paymentId, (held.get(paymentId) ?? 0) + (one.type === 'sale' ? minor : -minor));
  }
  return held;
}
