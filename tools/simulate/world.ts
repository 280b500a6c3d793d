import type { MoneyRules } from '@kvitt/domain/payment/money-rules';
import type { Bell } from './kernel/flow.ts';
import type { Kernel } from './kernel/kernel.ts';
import type { Process } from './kernel/process.ts';
import type { Mutant } from './mutants.ts';
import type { JobRow } from './rows.ts';
import type { Store } from './store.ts';
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
  bells: Record<'outbox' | 'missing' | 'payments' | 'refunds' | 'charges' | 'inbound' | 'jobs', Bell>;
  mutant: Mutant | undefined;
  people: Accounts;
  /** What the judge needs to know of when things were committed, in true time; the protocol never reads it. */
  diary: Diary;
}

export interface Diary {
  intakes: { vendorId: string; phone: string; isStop: boolean; at: number }[];
  /** When a text was claimed, and what was due on its bill then. */
  claims: Map<string, { at: number; dueMinor: number | null }>;
  /** What went below nothing as it was posted. */
  overpaid: { invoiceId: string; minor: number; by: string }[];
  /** What made more be owed on a bill than the bill itself says. */
  overowed: { invoiceId: string; minor: number; by: string }[];
  // In the order of the commits each.
  /** Under which mandates what was started, and which of them ended. */
  mandates: { what: 'charged' | 'ended'; accountId: string }[];
  /** What is charged, and what a bank has closed. */
  methods: { what: 'charged' | 'closed'; methodId: string }[];
  /** Of which payments it became known that a bank has the money, or no longer; and when a refund of one was sent off. */
  disputed: { what: 'taken' | 'won' | 'sent'; paymentId: string }[];
  /** What was charged by itself although its bill rests. */
  restless: string[];
}

/** Who owes what, and with which phones; fixed over a run. */
export interface Accounts {
  /** The accounts of a phone, in order. */
  accountsOf(phone: string): string[];
  primaryPhoneOf(accountId: string): string;
  isOneReplyOn(accountId: string): boolean;
  /** Whether an account pays from its bank account, rather than by card. */
  paysByBank(accountId: string): boolean;
  /** How an account's bill is to be paid, besides by whoever has its phones: by itself, or in parts. */
  agreedOn(accountId: string): 'autopay' | 'plan' | undefined;
  /** What the biller of the run has decided. */
  rules: MoneyRules;
}

export function contextFor(parts: Omit<Ctx, 'now'>, process: Process): Ctx {
  return { ...parts, now: () => Math.round(parts.kernel.now() + process.clockOffMs) };
}
