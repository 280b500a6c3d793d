import type { JournalEntry } from '@kvitt/domain/ledger/chart';
import type {
  ChargeRow,
  ClosedMethodRow,
  ConsentRow,
  DisputeRow,
  HoldRow,
  InvoiceRow,
  JobRow,
  MenuRow,
  MessageRow,
  NoticeRow,
  OfferRow,
  PaymentRow,
  PlanRow,
  RefundRow,
  ReportRow,
} from './rows.ts';

export interface Store {
  invoices: Map<string, InvoiceRow>;
  payments: Map<string, PaymentRow>;
  refunds: Map<string, RefundRow>;
  charges: Map<string, ChargeRow>;
  /** By the account. */
  plans: Map<string, PlanRow>;
  /** The accounts whose bills are charged by themselves, for as long as their mandate stands. */
  mandates: Map<string, { accountId: string; state: 'on' | 'off' }>;
  disputes: Map<string, DisputeRow>;
  /** By the dispute and the bill. */
  holds: Map<string, HoldRow>;
  closedMethods: Map<string, ClosedMethodRow>;
  messages: Map<string, MessageRow>;
  /** By the phone. */
  menus: Map<string, MenuRow>;
  offers: Map<string, OfferRow>;
  reports: Map<string, ReportRow>;
  notices: Map<string, NoticeRow>;
  jobs: Map<string, JobRow>;
  consents: Map<string, ConsentRow>;
  /** The revocations among the consent events. */
  stops: Map<string, { phone: string; at: number }>;
  entries: Map<string, JournalEntry>;
  /** The unique indexes message_vendor and message_cause: from key to our id. */
  inbound: Map<string, string>;
  causes: Map<string, string>;
  /** The outgoing rows of `messages`, oldest first. */
  outbox(): MessageRow[];
  /** Inserts unless the key is taken; says whether it did. The unique indexes of the schema are such keys. */
  insert<R>(table: Map<string, R>, key: string, row: R): boolean;
  update<R extends object>(row: R, change: Partial<R>): void;
  /** What a transaction has changed is kept, or taken back. */
  transaction: { begin(): void; commit(): void; undo(): void };
}

/**
 * Tables in memory, whose transactions come one after the other.
 * @param tell hears of every change, for someone who follows one seed
 */
export function openStore(tell?: (line: string) => void): Store {
  let undoing: (() => void)[] = [];
  const messages = new Map<string, MessageRow>();
  return {
    invoices: new Map(),
    payments: new Map(),
    refunds: new Map(),
    charges: new Map(),
    plans: new Map(),
    mandates: new Map(),
    disputes: new Map(),
    holds: new Map(),
    closedMethods: new Map(),
    messages,
    menus: new Map(),
    offers: new Map(),
    reports: new Map(),
    notices: new Map(),
    jobs: new Map(),
    consents: new Map(),
    stops: new Map(),
    entries: new Map(),
    inbound: new Map(),
    causes: new Map(),
    outbox: () => [...messages.values()].filter(({ direction }) => direction === 'out'),
    insert(table, key, row) {
      if (table.has(key)) return false;
      table.set(key, row);
      tell?.(`+ ${JSON.stringify(row)}`);
      undoing.push(() => table.delete(key));
      return true;
    },
    update(row, change) {
      const before = { ...row };
      Object.assign(row, change);
      tell?.(`~ ${'id' in (row as object) ? (row as { id: string }).id : ''} ${JSON.stringify(change)}`);
      undoing.push(() => Object.assign(row, before));
    },
    transaction: {
      begin() {
        undoing = [];
      },
      commit() {
        undoing = [];
      },
      undo() {
        for (const takeBack of undoing.reverse()) takeBack();
        undoing = [];
      },
    },
  };
}
