import type { Money } from '@kvitt/domain/money/money';
import type { BatchTotal } from '@kvitt/domain/payment/compare-batches';
import type { Initiator } from '@kvitt/domain/payment/decide-initiator';
import type { CardFace, Outcome } from '@kvitt/domain/payment/outcome';

/**
 * The processor as Kvitt needs it; an adapter per vendor stands behind it.
 * No call throws for what a vendor or a network does: it answers with an outcome, `unknown` included.
 * A thrown error is a bug.
 */
export interface PaymentsPort {
  /** To be called once for a payment id; whoever does not know what came of it searches, and never charges again. */
  charge(order: ChargeOrder): Promise<Outcome>;
  /**
   * Every sale that carries our payment id: what `unknown` is resolved by. Nothing found is no proof before the
   * vendor's own time limit has passed, because the request may still be on its way. Where several are found, a
   * captured or settled one decides: the others are refusals of the same payment. `vaulted` of a found sale names the
   * stored card whether or not it was this sale that stored it.
   */
  searchByPaymentId(paymentId: string): Promise<SearchAnswer>;
  /** Every refund that carries `requestId`: what an `unknown` of `refund` is resolved by, by the same rules. */
  searchRefunds(requestId: string): Promise<RefundSearchAnswer>;
  /**
   * Everything that was made, or that settled, from `from` to `to`, both included, and what was sent back of the weeks
   * before: sales and refunds, also those that are none of ours. For comparing books, not for deciding on a payment.
   */
  listMoves(span: { from: Date; to: Date }): Promise<MovesAnswer>;
  /** The vendor's own totals of what settled on one of its days, `YYYY-MM-DD` in the east of the United States. */
  summarizeSettlement(day: string): Promise<SettlementAnswer>;
  find(vendorId: string): Promise<FindAnswer>;
  /** Takes back a sale that is not settling yet. */
  void(vendorId: string): Promise<MoveAnswer>;
  /** Gives money back after settling; `requestId` is ours, and unique to this refund. */
  refund(vendorId: string, amount: Money, requestId: string): Promise<MoveAnswer>;
  /** What the browser needs to show the processor's own card fields. */
  clientToken(): Promise<{ kind: 'made'; token: string } | Failed>;
  createCustomer(customer: {
    firstName?: string;
    lastName?: string;
  }): Promise<{ kind: 'made'; customerId: string } | Failed>;
  deleteCustomer(customerId: string): Promise<{ kind: 'deleted' | 'not-found' } | Failed>;
  /**
   * Puts a card, a wallet or a bank account in the vault from a one-time nonce, with the processor's own check of it. A bank
   * account that does not pass is refused: it could not be debited.
   */
  createMethod(
    customerId: string,
    nonce: string,
    what?: 'card' | 'bank',
  ): Promise<{ kind: 'made'; token: string; card: CardFace } | Failed>;
  findMethod(
    token: string,
  ): Promise<{ kind: 'found'; card: CardFace; customerId: string } | { kind: 'not-found' } | Failed>;
  /** What a one-time reference stands for, without using it up; `failed` where it is no card. */
  findNonce(nonce: string): Promise<{ kind: 'found'; card: CardFace } | { kind: 'not-found' } | Failed>;
  /** The tokens that the account updater's report at this address names, once each, in its order. */
  listUpdates(reportUrl: string): Promise<{ kind: 'found'; updates: MethodUpdate[] } | Failed>;
  deleteMethod(token: string): Promise<{ kind: 'deleted' | 'not-found' } | Failed>;
  findDispute(vendorId: string): Promise<DisputeAnswer>;
  /** The ids of disputes that banks opened on these days (`YYYY-MM-DD`), by the vendor's calendar, both included. */
  listDisputes(span: {
    from: string;
    to: string;
  }): Promise<{ kind: 'found'; vendorIds: string[] } | { kind: 'unanswered'; reason: string }>;
  /** Gives in. */
  acceptDispute(vendorId: string): Promise<DisputeMove>;
  /** Adds evidence and says that it is all; may be called again where its answer was lost. */
  submitDispute(vendorId: string, evidence: Evidence): Promise<DisputeMove>;
  /** Verifies and reads a webhook; `forged` where the signature is not the vendor's. */
  parseWebhook(signature: string, payload: string): Promise<WebhookNews>;
  /** The answer to the vendor's own check of a webhook address; undefined where the challenge is malformed. */
  answerChallenge(challenge: string): Promise<string | undefined>;
}

/** `changed` its number or expiry is another now, under the same token · `closed` · `ask` the bank says no more. */
export interface MethodUpdate {
  token: string;
  kind: 'changed' | 'closed' | 'ask';
}

export interface ChargeOrder {
  /** Ours, made before the call: the vendor's order id and, where the account has it, idempotency key. */
  paymentId: string;
  amount: Money;
  source: { kind: 'vaulted'; token: string } | { kind: 'nonce'; nonce: string };
  /** Who moves the money: the customer now (stored-credential rules want nothing said then), or we under a mandate. */
  initiator: Initiator;
  /**
   * The nonce carries its holder's confirmation at their bank (3-D Secure): the processor refuses one that does not, as
   * `needs-authentication`.
   */
  isAuthenticated?: boolean;
  /** With a nonce: keep the card for later, under this customer at the processor where there is one. */
  store?: { customerId?: string; firstName?: string; lastName?: string };
}

export interface Sale {
  vendorId: string;
  paymentId: string;
  amount: Money;
  status: 'captured' | 'settled' | 'declined' | 'voided' | 'pending';
  /** Of a payment from a bank account that was sent back: the network's code, R01 … */
  returnCode?: string;
  outcome: Outcome;
}

export type SearchAnswer = { kind: 'found'; sales: Sale[] } | { kind: 'unanswered'; reason: string };
export type RefundSearchAnswer =
  | { kind: 'found'; refunds: Refund[] }
  | { kind: 'unanswered'; reason: string };

export type MovesAnswer = { kind: 'found'; moves: Move[] } | { kind: 'unanswered'; reason: string };

/** A sale or a refund as the processor's books have it. */
export interface Move {
  vendorId: string;
  kind: 'sale' | 'refund';
  /** Ours, where it was made by us; anything, or nothing, where it was not. */
  orderId: string;
  /** Of a refund: the vendor's id of the sale that it gives back. */
  refundOf?: string;
  amount: Money;
  status: Sale['status'];
  /** When it settled, and in which batch of the vendor's. */
  settledAt?: Date;
  /** The vendor's merchant account that it went through. */
  account?: string;
  batchId?: string;
}

export type SettlementAnswer =
  | { kind: 'found'; totals: BatchTotal[] }
  | { kind: 'unanswered'; reason: string };

export interface Refund {
  vendorId: string;
  requestId: string;
  amount: Money;
  /** `pending` the vendor has it but has not decided · `refused` no money went back. */
  status: 'done' | 'pending' | 'refused';
}

export type FindAnswer =
  | { kind: 'found'; sale: Sale }
  | { kind: 'not-found' }
  | { kind: 'unanswered'; reason: string };
export type MoveAnswer =
  | { kind: 'done'; vendorId: string }
  | { kind: 'refused'; code: string; text: string }
  | { kind: 'unknown'; reason: string };
/** `retryable`: nothing was decided, and asking again is safe. */
export interface Failed {
  kind: 'failed';
  reason: string;
  code?: string;
  retryable: boolean;
}

export type WebhookNews =
  | { kind: 'forged' }
  /** Signed by the vendor, but not to be understood. */
  | { kind: 'malformed' }
  | {
      kind: 'news';
      /** The vendor's word: transaction_settled, dispute_opened, check … */
      type: string;
      /** The id of what it speaks of (a transaction's, a dispute's); empty for `check`. */
      subjectId: string;
      at: Date;
      sale?: Sale;
      /** On news of a dispute. */
      dispute?: DisputeNews;
    };

export interface DisputeNews {
  /** The vendor's id of the sale that is disputed, where it says. */
  saleId?: string;
  amount?: Money;
  /** The vendor's words: fraud, product_not_received … and open, won, lost … */
  reason?: string;
  status?: string;
  /** The last day for an answer, as YYYY-MM-DD. */
  replyBy?: string;
}

export type DisputeAnswer =
  | { kind: 'found'; dispute: DisputeRecord }
  | { kind: 'not-found' }
  | { kind: 'unanswered'; reason: string };

/** A dispute as the processor has it now. */
export interface DisputeRecord {
  vendorId: string;
  saleId: string;
  /** The vendor's words: chargeback, pre_arbitration, retrieval · fraud … · open, disputed, won … */
  kind: string;
  reason: string;
  status: string;
  amount: Money;
  /** What the bank gave back of it. */
  won: Money;
  /** The last day for an answer, as YYYY-MM-DD. */
  replyBy?: string;
  /** Evidence that is there already: its texts, and how many documents. */
  texts: readonly string[];
  documents: number;
}

export interface Evidence {
  /** Each of at most 500 characters. */
  texts: readonly string[];
  document?: { name: string; bytes: Uint8Array };
}

export type DisputeMove =
  | { kind: 'done' }
  | { kind: 'refused'; code: string; text: string }
  | { kind: 'unknown'; reason: string };
