import type { PaymentPart } from '@kvitt/domain/payment/payment-part';
import type { Evidence } from './evidence.ts';
import { judgeBanks } from './judge-banks.ts';
import type { PaymentRow } from './rows.ts';
import type { Deed } from './vendors/sale.ts';

/** What is broken about money: nothing charged or given back twice, and the ledger as the processor has it. */
export function judgeMoney(evidence: Evidence): string[] {
  return [
    ...judgeIntents(evidence),
    ...judgeBills(evidence),
    ...judgeRefunds(evidence),
    ...judgeReceipts(evidence),
    ...judgeLedger(evidence),
    ...judgeMandates(evidence),
    ...judgeBanks(evidence),
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
  return [...found, ...judgePlanned({ store, gateway })];
}

/** A planned charge is captured once; again only when its bank has sent it back. */
function judgePlanned({ store, gateway }: Pick<Evidence, 'store' | 'gateway'>): string[] {
  const found: string[] = [];
  const held = new Map<string, number>();
  for (const { did, sale } of gateway.deeds) {
    const id = store.payments.get(sale.paymentId)?.plannedChargeId;
    if (!id || (did !== 'capture' && did !== 'send back')) continue;
    const now = (held.get(id) ?? 0) + (did === 'capture' ? 1 : -1);
    held.set(id, now);
    if (now > 1) found.push(`charged twice: ${id}`);
  }
  return found;
}

/** At no instant was more held of a bill than is owed on it; what was given back and forgiven is not owed again. */
function judgeBills({ store, gateway, town, diary }: Evidence): string[] {
  const found = diary.overpaid.map(({ invoiceId, minor, by }) => `due ${minor} on ${invoiceId} after ${by}`);
  const held = new Map<string, number>();
  for (const deed of gateway.deeds) {
    const payment = store.payments.get(deed.sale.paymentId);
    if (!payment) continue;
    const sign = deed.did === 'capture' ? 1 : -1;
    for (const { invoiceId, amountMinor } of partsOf(deed, store, payment)) {
      const now = (held.get(invoiceId) ?? 0) + sign * amountMinor;
      held.set(invoiceId, now);
      const owed = town.bills.find((bill) => bill.invoiceId === invoiceId)?.totalMinor ?? 0;
      if (deed.did === 'capture' && now > owed) found.push(`charged twice: ${invoiceId} by ${deed.sale.id}`);
    }
  }
  return found;
}

/** What of which bill is moved; a dispute moves nothing before it is decided. */
function partsOf(deed: Deed, store: Evidence['store'], payment: PaymentRow): readonly PaymentPart[] {
  if (deed.did === 'take') return [];
  if (deed.did === 'decide')
    return [...store.disputes.values()].find(({ vendorId }) => vendorId === deed.dispute.id)?.parts ?? [];
  // One that has no row took back what had landed late.
  const refund = deed.did === 'give back' ? store.refunds.get(deed.refund.refundId) : undefined;
  if (!refund) return payment.parts;
  return refund.effect === 'allow' ? [] : refund.parts;
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

/** Who has a receipt has paid, unless it was undone, or a bank sent it back: nothing else takes a payment back. */
function judgeReceipts({ store }: Evidence): string[] {
  return [...store.payments.values()]
    .filter(({ id, plannedChargeId }) => store.causes.has(`receipt/${plannedChargeId ?? id}`))
    .filter(({ id, state, returnedAt }) => {
      const isUndone = [...store.refunds.values()].some(
        (refund) => refund.paymentId === id && refund.state === 'done' && refund.move === 'void',
      );
      return state === 'voided' && !isUndone && returnedAt === null;
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
    const of = store.refunds.get(causeId) ?? store.disputes.get(causeId);
    const paymentId = of?.paymentId ?? causeId;
    posted.set(paymentId, (posted.get(paymentId) ?? 0) + processor);
  }
  for (const { id } of store.payments.values()) {
    const here = posted.get(id) ?? 0;
    const there = gateway.deeds
      .filter(({ sale }) => sale.paymentId === id)
      .reduce((sum, deed) => sum + heldBy(deed), 0);
    if (here !== there) found.push(`posted ${here} and held ${there}: ${id}`);
  }
  return found;
}

/** What a deed changes of what the processor holds. */
function heldBy(deed: Deed): number {
  switch (deed.did) {
    case 'capture':
      return deed.sale.minor;
    case 'void':
    case 'send back':
      return -deed.sale.minor;
    case 'give back':
      return -deed.refund.minor;
    case 'take':
      return -deed.dispute.minor;
    case 'decide':
      return deed.dispute.wonMinor;
  }
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
