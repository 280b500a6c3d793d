import type { Bell } from './kernel/flow.ts';
import type { Kernel } from './kernel/kernel.ts';
import type { Process } from './kernel/process.ts';
import type { Mutant } from './mutants.ts';
import type { JobRow, Store } from './store.ts';
import type { Carrier } from './vendors/carrier.ts';
import type { Gateway } from './vendors/gateway.ts';

/** Everything that a flow of the model may touch: the counterpart of packages/flows/src/kit/context.ts. */
export interface Ctx {
  kernel: Kernel;
  store: Store;
  gateway: Gateway;
  carrier: Carrier;
  /** The clock of the process that runs the flow: not quite the true time. */
  now(): number;
  nextId(): string;
  enqueue(name: JobRow['name'], payload: string): void;
  /** Each is rung when a round of that kind may find something that it did not find before. */
  bells: Record<'outbox' | 'missing' | 'payments' | 'inbound' | 'jobs', Bell>;
  mutant: Mutant | undefined;
  people: Accounts;
  /** What the judge needs to know of when things were committed, in true time; the protocol never reads it. */
  diary: Diary;
}

export interface Diary {
  intakes: { vendorId: string; phone: string; isStop: boolean; at: number }[];
  claims: Map<string, number>;
  posted: { invoiceId: string; at: number }[];
}

/** Who owes what, and with which phones; fixed over a run. */
export interface Accounts {
  /** The accounts of a phone, in order. */
  accountsOf(phone: string): string[];
  primaryPhoneOf(accountId: string): string;
  isOneReplyOn(accountId: string): boolean;
}

export function contextFor(parts: Omit<Ctx, 'now'>, process: Process): Ctx {
  return { ...parts, now: () => Math.round(parts.kernel.now() + process.clockOffMs) };
}
