import type { PlannedChargeState } from '@kvitt/domain/autopay/autopay';
import type { ConsentState } from '@kvitt/domain/consent/consent';
import type { TextPurpose } from '@kvitt/domain/consent/text-purpose';
import type { InboundOutcome } from '@kvitt/domain/conversation/dialog';
import type { JournalEntry } from '@kvitt/domain/ledger/chart';
import type { MessageState, ReportedState } from '@kvitt/domain/message/message-state';
import type { DeclineKind } from '@kvitt/domain/payment/outcome';
import type { PaymentChannel, PaymentState } from '@kvitt/domain/payment/payment';
import type { Instalment } from '@kvitt/domain/plan/plan';
import type { RefundEffect, RefundMove, RefundState, RefundWhy } from '@kvitt/domain/refund/refund';

// The tables, with the columns that the protocol depends on. An instant is a number: milliseconds of virtual time, read
// from the clock of the process that wrote it.

export interface InvoiceRow {
  id: string;
  accountId: string;
  totalMinor: number;
  dueOn: string;
}

export interface PaymentRow {
  id: string;
  accountId: string;
  invoiceId: string;
  methodId: string;
  /** What is charged: a part of the one bill, and the fee. */
  amountMinor: number;
  feeMinor: number;
  channel: PaymentChannel;
  plannedChargeId: string | null;
  state: PaymentState;
  declineKind: DeclineKind | null;
  vendorId: string | null;
  messageId: string | null;
  phone: string;
  startedAt: number;
  finishedAt: number | null;
  asked: number;
  askAt: number | null;
}

export interface RefundRow {
  id: string;
  paymentId: string;
  invoiceId: string;
  amountMinor: number;
  feeMinor: number;
  why: RefundWhy;
  effect: RefundEffect;
  state: RefundState;
  move: RefundMove | null;
  /** Who said UNDO; null for the desk's, of which whoever paid is told. */
  phone: string | null;
  askedForAt: number;
  /** When the processor was last asked to give a part back; null where it never was, or has said no. */
  sentAt: number | null;
  asked: number;
  askAt: number | null;
}

/** A charge that is made by itself: of a whole bill under a mandate, or of an instalment. */
export interface ChargeRow {
  id: string;
  accountId: string;
  invoiceId: string;
  /** The instalment's own day where it is one of a plan. */
  dueOn: string;
  isInstalment: boolean;
  chargeAt: number;
  state: PlannedChargeState;
  tries: number;
}

export interface PlanRow {
  invoiceId: string;
  accountId: string;
  instalments: readonly Instalment[];
}

export interface MessageRow {
  id: string;
  phone: string;
  direction: 'in' | 'out';
  body: string;
  state: MessageState;
  purpose: TextPurpose;
  template: string;
  cause: string | null;
  askedAt: number | null;
  invoiceId: string | null;
  statedMinor: number | null;
  sendAt: number;
  sendBefore: number | null;
  attempts: number;
  claimedAt: number | null;
  vendorId: string | null;
  reportSequence: number | null;
  outcome: InboundOutcome | null;
  /** How often an outcome was written; the table has no such column, the judge has. */
  outcomes: number;
  carrierIntent: 'optout' | 'optin' | null;
  reason: string | null;
  createdAt: number;
}

export interface OfferRow {
  id: string;
  phone: string;
  invoiceId: string;
  methodId: string;
  kind: 'question' | 'bill';
  amountMinor: number;
  feeMinor: number;
  isPartial: boolean;
  code: string;
  state: 'open' | 'accepted' | 'declined' | 'superseded';
  createdAt: number;
  expiresAt: number;
}

export interface ReportRow {
  id: string;
  vendorId: string;
  messageId: string;
  state: ReportedState;
  sequence: number;
}

export interface NoticeRow {
  id: string;
  subjectId: string;
}

export interface JobRow {
  id: string;
  name: 'conversation.answer' | 'message.record-delivery' | 'payment.read-notice';
  payload: string;
  state: 'created' | 'active' | 'done';
  startAfter: number;
}

export interface ConsentRow {
  phone: string;
  state: ConsentState;
  since: number;
}

export interface Store {
  invoices: Map<string, InvoiceRow>;
  payments: Map<string, PaymentRow>;
  refunds: Map<string, RefundRow>;
  charges: Map<string, ChargeRow>;
  /** By the account. */
  plans: Map<string, PlanRow>;
  /** The accounts whose bills are charged by themselves, for as long as their mandate stands. */
  mandates: Map<string, { accountId: string; state: 'on' | 'off' }>;
  messages: Map<string, MessageRow>;
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
    messages,
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
