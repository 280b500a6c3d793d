import type { PlannedChargeState } from '@kvitt/domain/autopay/autopay';
import { STOP_CONFIRMATIONS } from '@kvitt/domain/consent/text-purpose';
import type { Evidence } from './evidence.ts';
import { judgeMoney } from './judge-money.ts';

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
    const claim = diary.claims.get(text.id);
    if (times > 0 && text.statedMinor !== null && claim?.dueMinor !== text.statedMinor)
      found.push(`asks for what is not due: ${text.template}`);
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
      const claimedAt = diary.claims.get(messageId)?.at ?? 0;
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
function judgeProgress({ store, endedAt }: Evidence): string[] {
  const stuck = [
    ...store.outbox().filter(({ state }) => ['queued', 'sending', 'uncertain'].includes(state)),
    ...[...store.payments.values(), ...store.refunds.values()].filter(
      ({ state }) => state === 'started' || state === 'unknown',
    ),
    ...[...store.charges.values()].filter(({ state, chargeAt }) => isStuck(state, chargeAt, endedAt)),
    ...[...store.jobs.values()].filter(({ state }) => state !== 'done'),
  ];
  return stuck.map(({ id, state }) => `stuck as ${state}: ${id}`);
}

/** A planned charge has long found out by the end whether it is made; one that is tried on another day waits for that. */
function isStuck(state: PlannedChargeState, chargeAt: number, endedAt: number): boolean {
  return state === 'charging' || (state === 'queued' && chargeAt < endedAt - HOUR_MS);
}

const HOUR_MS = 3_600_000;
