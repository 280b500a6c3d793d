import type { Evidence } from './evidence.ts';
import { type Deed, isTaken } from './vendors/gateway.ts';

/** What is broken about money: nothing charged or given back twice, and the ledger as the processor has it. */
export function judgeMoney(evidence: Evidence): string[] {
  return [
    ...judgeIntents(evidence),
    ...judgeBills(evidence),
    ...judgeRefunds(evidence),
    ...judgeReceipts(evidence),
    ...judgeLedger(evidence),
    ...judgeMandates(evidence),
  ];
}

/** Every sale was meant, once: one payment, one instalment, one capture. */
function judgeIntents({ store, gateway }: Evidence): string[] {
  const found: string[] = [];
  const captured = gateway.deeds.flatMap((deed) => (deed.did === 'capture' ? deed.sale : []));
  for (const [paymentId, sales] of Map.groupBy(captured, (sale) => sale.paymentId)) {
    const payment = store.payments.get(paymentId);
    if (!payment) found.push(`captured without an intent: ${paymentId}`);
    else if (sales.some(({ minor }) => minor !== payment.amountMinor))
      found.push(`captured another amount than was meant: ${paymentId}`);
    if (sales.length > 1) found.push(`charged twice: ${paymentId}`);
  }
  const planned = captured.map((sale) => store.payments.get(sale.paymentId)?.plannedChargeId ?? undefined);
  for (const [id, tries] of Map.groupBy(planned, (chargeId) => chargeId))
    if (id !== undefined && tries.length > 1) found.push(`charged twice: ${id}`);
  return found;
}

/** At no instant was more held of a bill than is owed on it; what was given back and forgiven is not owed again. */
function judgeBills({ store, gateway, town, diary }: Evidence): string[] {
  const found = diary.overpaid.map(({ invoiceId, minor, by }) => `due ${minor} on ${invoiceId} after ${by}`);
  const held = new Map<string, number>();
  for (const deed of gateway.deeds) {
    const payment = store.payments.get(deed.sale.paymentId);
    if (!payment) continue;
    const { invoiceId } = payment;
    const before = held.get(invoiceId) ?? 0;
    const now = before + changeOf(deed, store, payment.feeMinor);
    held.set(invoiceId, now);
    const owed = town.bills.find((bill) => bill.invoiceId === invoiceId)?.totalMinor ?? 0;
    if (deed.did === 'capture' && now > owed) found.push(`charged twice: ${invoiceId} by ${deed.sale.id}`);
  }
  return found;
}

function changeOf(deed: Deed, store: Evidence['store'], feeMinor: number): number {
  if (deed.did !== 'give back') return (deed.did === 'capture' ? 1 : -1) * (deed.sale.minor - feeMinor);
  const refund = store.refunds.get(deed.refund.refundId);
  // One that has no row took back what had landed late.
  if (!refund) return feeMinor - deed.refund.minor;
  return refund.effect === 'allow' ? 0 : refund.feeMinor - refund.amountMinor;
}

/** No refund is made twice, none together with a void, none above what was taken, and none that we do not know of. */
function judgeRefunds({ store, gateway }: Evidence): string[] {
  const found: string[] = [];
  for (const [refundId, made] of Map.groupBy(gateway.refunds, (refund) => refund.refundId))
    if (made.length > 1) found.push(`refunded twice: ${refundId}`);
  for (const sale of gateway.sales.values()) {
    const given = gateway.refunds.filter(({ saleId }) => saleId === sale.id);
    const givenMinor = given.reduce((sum, { minor }) => sum + minor, 0);
    if (givenMinor > sale.minor) found.push(`refunded ${givenMinor} of ${sale.minor}: ${sale.id}`);
    if (sale.status === 'voided' && givenMinor > 0) found.push(`voided and refunded: ${sale.id}`);
  }
  for (const refund of store.refunds.values()) {
    const isMade = gateway.refunds.some(({ refundId }) => refundId === refund.id);
    const payment = store.payments.get(refund.paymentId);
    const isVoided = gateway.sales.get(payment?.vendorId ?? '')?.status === 'voided';
    if (refund.state === 'done' && refund.move === 'void' && !isVoided)
      found.push(`counts as voided, and is not: ${refund.id}`);
    if (refund.state === 'done' && refund.move === 'refund' && !isMade)
      found.push(`counts as refunded, and is not: ${refund.id}`);
    if (refund.state === 'refused' && isMade) found.push(`counts as refused, and was made: ${refund.id}`);
  }
  return found;
}

/** Who has a receipt has paid, unless it was undone or given back: nothing else takes a payment back. */
function judgeReceipts({ store }: Evidence): string[] {
  return [...store.payments.values()]
    .filter(({ id, plannedChargeId }) => store.causes.has(`receipt/${plannedChargeId ?? id}`))
    .filter(({ id, state }) => {
      const isUndone = [...store.refunds.values()].some(
        (refund) => refund.paymentId === id && refund.state === 'done' && refund.move === 'void',
      );
      return state === 'voided' && !isUndone;
    })
    .map(({ id }) => `taken back, and has a receipt: ${id}`);
}

/** Every entry balances, and what is posted of a payment is what the processor holds of it: captured, less given back. */
function judgeLedger({ store, gateway }: Evidence): string[] {
  const found: string[] = [];
  const posted = new Map<string, number>();
  for (const { cause, causeId, postings } of store.entries.values()) {
    if (postings.reduce((sum, { minor }) => sum + minor, 0) !== 0) found.push(`unbalanced: ${causeId}`);
    if (cause === 'invoice-issued') continue;
    const processor = postings.find(({ account }) => account === 'processor')?.minor ?? 0;
    const paymentId = store.refunds.get(causeId)?.paymentId ?? causeId;
    posted.set(paymentId, (posted.get(paymentId) ?? 0) + processor);
  }
  for (const { id } of store.payments.values()) {
    const here = posted.get(id) ?? 0;
    const sales = [...gateway.sales.values()].filter((sale) => sale.paymentId === id && isTaken(sale));
    const takenMinor = sales.reduce((sum, { minor }) => sum + minor, 0);
    const givenMinor = gateway.refunds
      .filter(({ saleId }) => sales.some((sale) => sale.id === saleId))
      .reduce((sum, { minor }) => sum + minor, 0);
    const there = takenMinor - givenMinor;
    if (here !== there) found.push(`posted ${here} and held ${there}: ${id}`);
  }
  return found;
}

/** Nothing is charged by itself once its mandate is over. */
function judgeMandates({ diary }: Evidence): string[] {
  const ended = new Set<string>();
  const found: string[] = [];
  for (const { what, accountId } of diary.mandates) {
    if (what === 'ended') ended.add(accountId);
    else if (ended.has(accountId)) found.push(`charged by itself after its mandate: ${accountId}`);
  }
  return found;
}
