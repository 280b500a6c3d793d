import type { Fault, Faults } from '@kvitt/sandbox/control/faults';
import type { RealTimes } from './run-time.ts';

/** Strikes for as long as the run lasts. */
const ALWAYS = 1_000_000_000;

/** How often one kind of fault has struck. */
export interface Strikes {
  vendor: 'processor' | 'carrier';
  kind: Fault['kind'];
  struck: number;
}

const SALE = { method: 'POST', path: '/transactions$' };
const VOID = { method: 'PUT', path: '/void$' };
const REFUND = { method: 'POST', path: '/refund$' };
const SEARCH = { method: 'POST', path: '/advanced_search' };
const FIND = { method: 'GET', path: '/transactions/' };
const SEND = { method: 'POST', path: '/Message/' };
const LIST = { method: 'GET', path: '/Message/' };

/** Roughly one sale in five goes wrong on the way, in every way there is; asking what became of it goes wrong as well. */
export function armProcessor(faults: Faults, times: RealTimes): void {
  const add = (fault: Fault) => faults.add({ ...fault, times: ALWAYS });
  add({ ...SALE, kind: 'drop-before', share: 0.04 });
  add({ ...SALE, kind: 'drop-after', share: 0.05 });
  for (const delayMs of times.lateMs) add({ ...SALE, kind: 'late', share: 0.015, delayMs });
  add({ ...SALE, kind: 'status', share: 0.03, status: 503 });
  add({ ...SALE, kind: 'delay', share: 0.03, delayMs: times.slowMs });
  // Longer than anyone waits for it: the answer comes to nobody, and the sale stands.
  add({ ...SALE, kind: 'delay', share: 0.01, delayMs: times.processorTimeoutMs * 1.2 });
  add({ ...VOID, kind: 'drop-before', share: 0.1 });
  add({ ...VOID, kind: 'drop-after', share: 0.15 });
  add({ ...VOID, kind: 'status', share: 0.05, status: 503 });
  add({ ...REFUND, kind: 'drop-before', share: 0.1 });
  add({ ...REFUND, kind: 'drop-after', share: 0.15 });
  for (const delayMs of times.lateMs) add({ ...REFUND, kind: 'late', share: 0.03, delayMs });
  add({ ...REFUND, kind: 'status', share: 0.05, status: 503 });
  add({ ...SEARCH, kind: 'drop-before', share: 0.05 });
  add({ ...SEARCH, kind: 'status', share: 0.05, status: 503 });
  add({ ...FIND, kind: 'status', share: 0.05, status: 503 });
}

/** As at the processor; and calls that come too fast are turned away. */
export function armCarrier(faults: Faults, times: RealTimes): void {
  const add = (fault: Fault) => faults.add({ ...fault, times: ALWAYS });
  add({ ...SEND, kind: 'drop-before', share: 0.02 });
  add({ ...SEND, kind: 'drop-after', share: 0.02 });
  for (const delayMs of times.lateMs) add({ ...SEND, kind: 'late', share: 0.004, delayMs });
  add({ ...SEND, kind: 'status', share: 0.015, status: 503 });
  add({ ...SEND, kind: 'status', share: 0.015, status: 429, headers: { 'retry-after': '1' } });
  add({ ...SEND, kind: 'delay', share: 0.02, delayMs: times.slowMs });
  add({ ...LIST, kind: 'status', share: 0.05, status: 503 });
}

/** A fault that is armed knows how often it may still strike. */
export function countStrikes(vendor: Strikes['vendor'], faults: Faults): Strikes[] {
  return faults.list().map((fault) => ({
    vendor,
    kind: fault.kind,
    struck: ALWAYS - ('left' in fault ? Number(fault.left) : ALWAYS),
  }));
}
