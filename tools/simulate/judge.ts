import { STOP_CONFIRMATIONS } from '@kvitt/domain/consent/text-purpose';
import type { Town } from './people.ts';
import type { Store } from './store.ts';
import type { Carrier } from './vendors/carrier.ts';
import type { Gateway } from './vendors/gateway.ts';
import type { Diary } from './world.ts';

export interface Evidence {
  store: Store;
  gateway: Gateway;
  carrier: Carrier;
  town: Town;
  diary: Diary;
  /** The texts whose webhook we have acknowledged, by the carrier's id, with the instant. */
  acknowledged: Map<string, number>;
}

/** What is broken at the end of a run, a sentence each; none where all is well. */
export function judge(evidence: Evidence): string[] {
  return [
    ...judgeMoney(evidence),
    ...judgeInbound(evidence),
    ...judgeOutbound(evidence),
    ...judgeStops(evidence),
    ...judgeProgress(evidence),
  ];
}

function judgeMoney({ store, gateway, town }: Evidence): string[] {
  const found: string[] = [];
  const captured = [...gateway.sales.values()].filter(({ status }) => status !== 'declined');
  for (const { invoiceId } of town.bills) {
    const sales = captured.filter((sale) => store.payments.get(sale.paymentId)?.invoiceId === invoiceId);
    if (sales.length > 1)
      found.push(`charged twice: ${invoiceId} by ${sales.map(({ id }) => id).join(', ')}`);
  }
  const perPayment = new Map<string, number>();
  for (const { cause, causeId, postings } of store.entries.values()) {
    if (postings.reduce((sum, { minor }) => sum + minor, 0) !== 0) found.push(`unbalanced: ${causeId}`);
    if (cause === 'invoice-issued') continue;
    const processor = postings.find(({ account }) => account === 'processor')?.minor ?? 0;
    perPayment.set(causeId, (perPayment.get(causeId) ?? 0) + processor);
  }
  for (const payment of store.payments.values()) {
    const here = perPayment.get(payment.id) ?? 0;
    const there = captured
      .filter((sale) => sale.paymentId === payment.id && sale.status === 'captured')
      .reduce((sum, { minor }) => sum + minor, 0);
    if (here !== there) found.push(`posted ${here} and captured ${there}: ${payment.id}`);
  }
  return found;
}

function judgeInbound({ store, acknowledged }: Evidence): string[] {
  const found: string[] = [];
  const perVendor = new Map<string, number>();
  for (const text of store.messages.values()) {
    if (text.direction !== 'in') continue;
    const vendorId = text.vendorId ?? '';
    perVendor.set(vendorId, (perVendor.get(vendorId) ?? 0) + text.outcomes);
    const paid = [...store.payments.values()].filter(({ messageId }) => messageId === text.id).length;
    if (paid !== (text.outcome === 'charging' ? 1 : 0))
      found.push(`${paid} payments by one text: ${text.body}`);
  }
  for (const [vendorId, count] of perVendor)
    if (count > 1) found.push(`${count} effects of one text: ${vendorId}`);
  for (const vendorId of acknowledged.keys())
    if (perVendor.get(vendorId) !== 1) found.push(`acknowledged and without effect: ${vendorId}`);
  return found;
}

function judgeOutbound({ store, carrier, diary }: Evidence): string[] {
  const found: string[] = [];
  const accepted = new Map<string, number>();
  for (const { messageId } of carrier.accepted) accepted.set(messageId, (accepted.get(messageId) ?? 0) + 1);
  for (const text of store.outbox()) {
    const times = accepted.get(text.id) ?? 0;
    if (times > 1) found.push(`sent twice: ${text.template} to ${text.phone}`);
    if (['sent', 'delivered'].includes(text.state) && times === 0)
      found.push(`counts as ${text.state} and never went out: ${text.template} to ${text.phone}`);
    const claimedAt = diary.claims.get(text.id) ?? 0;
    const isPaid = diary.posted.some(({ invoiceId, at }) => invoiceId === text.invoiceId && at < claimedAt);
    if (times > 0 && text.statedMinor !== null && isPaid)
      found.push(`asks for what is paid: ${text.template}`);
  }
  return found;
}

/**
 * What was claimed before a STOP may be accepted this much after it: the product hands nothing over that was claimed more
 * than 15 s ago, and the carrier of the run takes a late request within 26 s.
 */
const ON_THE_WAY_MS = 50_000;

/** From the acknowledgement of a STOP to the phone's next text nothing is claimed for it but the one confirmation. */
function judgeStops({ store, carrier, diary, acknowledged }: Evidence): string[] {
  const found: string[] = [];
  for (const stop of diary.intakes.filter(({ isStop }) => isStop)) {
    const heardAt = acknowledged.get(stop.vendorId);
    if (heardAt === undefined) continue;
    const later = diary.intakes.filter(
      ({ phone, isStop, at }) => phone === stop.phone && !isStop && at > stop.at,
    );
    const paidLater = [...store.payments.values()].filter(
      ({ phone, channel }) => phone === stop.phone && channel === 'portal',
    );
    const quietUntil = Math.min(Number.POSITIVE_INFINITY, ...later.map(({ at }) => at));
    let confirmations = 0;
    for (const { messageId, phone, body, acceptedAt } of carrier.accepted) {
      const claimedAt = diary.claims.get(messageId) ?? 0;
      const isAfter = claimedAt > heardAt || acceptedAt > heardAt + ON_THE_WAY_MS;
      if (phone !== stop.phone || !isAfter || claimedAt >= quietUntil) continue;
      if (STOP_CONFIRMATIONS.includes(body)) confirmations += 1;
      // Who pays on the page after a STOP has asked for the receipt.
      else if (paidLater.length === 0) found.push(`texted after STOP: ${body} to ${phone}`);
    }
    if (confirmations > 1) found.push(`STOP confirmed ${confirmations} times: ${stop.phone}`);
  }
  return found;
}

/** Everything comes to its end: nothing accepted is lost, nothing waits for ever. */
function judgeProgress({ store }: Evidence): string[] {
  const stuck = [
    ...store.outbox().filter(({ state }) => ['queued', 'sending', 'uncertain'].includes(state)),
    ...[...store.payments.values()].filter(({ state }) => state === 'started' || state === 'unknown'),
    ...[...store.jobs.values()].filter(({ state }) => state !== 'done'),
  ];
  return stuck.map(({ id, state }) => `stuck as ${state}: ${id}`);
}
