import type { SandboxClock } from '../../control/clock.ts';
import { scheduleDispute } from '../disputes/move-dispute.ts';
import { scheduleSubscription } from '../subscriptions/schedule-subscription.ts';
import { moveTo } from '../transactions/move-to.ts';
import { scheduleReports } from '../updater/update-card.ts';
import type { XmlObject } from '../wire/write-xml.ts';
import type { Gateway, Settings } from './gateway.ts';
import type { State, Transaction } from './records.ts';

interface Parts {
  state: State;
  clock: SandboxClock;
  settings: Settings;
  seed: number;
  announce(kind: string, subject: XmlObject): void;
  /** Called after the clock changed something, when no request is there to save it. */
  changed(): Promise<void>;
}

/** Puts together the gateway that the acts work on, and lays all steps that were still to come on the clock. */
export function createGateway(parts: Parts): Gateway & { callOff(): void } {
  const { state, clock } = parts;
  const orders = new Map<string, Transaction[]>();
  const steps = new Map<string, () => void>();

  const gateway: Gateway = {
    state,
    clock,
    settings: parts.settings,
    newId: (length = 8) => makeId(parts.seed, ++state.made, length),
    newNumber: () => makeNumber(parts.seed, ++state.made),
    byOrderId: (orderId) => (orders.get(orderId) ?? []).filter((one) => (one.orderId ?? '') === orderId),
    keep(transaction) {
      state.transactions[transaction.id] = transaction;
      index(transaction);
      gateway.schedule(transaction);
    },
    schedule(transaction) {
      index(transaction);
      const { next } = transaction;
      gateway.later(`transaction ${transaction.id}`, next?.at ?? null, () => {
        if (next) moveTo(gateway, transaction, next.status, 'settlement');
      });
    },
    later(name, at, act) {
      steps.get(name)?.();
      steps.delete(name);
      if (at === null) return;
      const callOff = clock.after(Math.max(0, at - clock.now()), () => {
        steps.delete(name);
        act();
        return parts.changed();
      });
      steps.set(name, callOff);
    },
    announce: parts.announce,
  };

  // An order id may change after the sale, so a transaction can stand under an old one too; the reader filters.
  const index = (transaction: Transaction) => {
    const key = transaction.orderId ?? '';
    const known = orders.get(key) ?? [];
    if (!known.includes(transaction)) orders.set(key, [...known, transaction]);
  };

  for (const transaction of Object.values(state.transactions)) {
    index(transaction);
    gateway.schedule(transaction);
  }
  for (const dispute of Object.values(state.disputes)) scheduleDispute(gateway, dispute);
  for (const subscription of Object.values(state.subscriptions)) scheduleSubscription(gateway, subscription);
  scheduleReports(gateway);
  return {
    ...gateway,
    callOff() {
      for (const callOff of steps.values()) callOff();
      steps.clear();
    },
  };
}

/**
 * A name that looks drawn by lot but follows from the seed and the count, so that a run can be repeated.
 * Multiplying by an odd number and folding are one-to-one, so no two counts of one length share a name.
 */
function makeId(seed: number, count: number, length: number): string {
  const size = 32n ** BigInt(length);
  const fold = (value: bigint) => value ^ (value >> BigInt((length * 5) >> 1));
  const first = fold((BigInt(count) * 0x9e3779b97f4a7c15n + BigInt(seed) * 0xbf58476d1ce4e5b9n) % size);
  let left = fold((first * 0x94d049bb133111ebn) % size);
  let id = '';
  for (let at = 0; at < length; at++) {
    id += alphabet[Number(left % 32n)];
    left /= 32n;
  }
  return id;
}

/** Without look-alikes, as in the vendor's ids. */
const alphabet = '0123456789abcdefghjkmnpqrstvwxyz';

/** Customers are named by eleven digits, one-to-one again: the factor has no divisor in common with 10. */
function makeNumber(seed: number, count: number): string {
  const left = (BigInt(count) * 38_196_601_127n + BigInt(seed) * 7_919n) % 90_000_000_000n;
  return String(10_000_000_000n + left);
}
