import { Invoice } from '@kvitt/db/invoice/invoice.entity';
import { loadReceivables } from '@kvitt/db/invoice/load-receivables';
import { insertOnce } from '@kvitt/db/kit/insert-once';
import { findLivePayments } from '@kvitt/db/payment/find-live-payments';
import { loadMoneyRules } from '@kvitt/db/payment/load-money-rules';
import { Payment } from '@kvitt/db/payment/payment.entity';
import { PaymentMethod } from '@kvitt/db/payment/payment-method.entity';
import { PaymentPart } from '@kvitt/db/payment/payment-part.entity';
import { amountDue } from '@kvitt/domain/invoice/amount-due';
import type { Money } from '@kvitt/domain/money/money';
import { type ChargeRefusal, decideCharge } from '@kvitt/domain/payment/decide-charge';
import { decideInitiator } from '@kvitt/domain/payment/decide-initiator';
import type { PaymentChannel } from '@kvitt/domain/payment/payment';
import type { AgreedPart } from '@kvitt/domain/payment/payment-part';
import { PROCESSOR_TIMEOUT_MS } from '@kvitt/domain/payment/timetable';
import { LockMode } from '@mikro-orm/postgresql';
import type { TxCtx } from '../kit/context.ts';
import { findNextInstalment } from '../plan/find-next-instalment.ts';
import { type CardFeeQuestion, findCardFee } from './find-card-fee.ts';

export interface PaymentOrder {
  billerId: string;
  /** Made by whoever asks for the payment, before anything is sent: the same ask names the same payment. */
  paymentId: string;
  /** What goes to which bill, each bill once; the receipt leads to the first. */
  parts: readonly AgreedPart[];
  /** What the customer agreed to pay on their bills in all: the sum of the parts. */
  agreed: Money;
  /** What they were told is added for paying by this card, and is charged besides; nothing where absent. */
  feeMinor?: number;
  /** Of a card that is entered: what the processor says it is. Without that, no fee is added to it. */
  newCard?: CardFeeQuestion['card'] | undefined;
  channel: PaymentChannel;
  /** Whose payment it is; the first bill's account where absent. */
  accountId?: string;
  methodId?: string;
  /** The customer wants the new card kept. */
  isCardKept?: boolean;
  /** The card that is kept becomes the default one, whatever was that before. */
  takesOver?: boolean;
  /** The planned charge that it is a try of; with the channel `autopay`, and only there. */
  plannedChargeId?: string;
  /** It is an instalment of this plan. */
  planId?: string;
  messageId?: string;
  conversationId?: string;
}

export type StartAnswer =
  | { kind: 'started' }
  | { kind: 'refused'; refusal: ChargeRefusal }
  /** What is added for paying by this card is not what was stated: what it is now. */
  | { kind: 'refused'; refusal: 'fee-changed'; feeMinor: number }
  /** This very payment was started before: by an earlier run, or by the same form sent twice. */
  | { kind: 'started-before'; payment: Payment };

/** After an ordinary call is over. To ask about one that is not is harmless: the payment is unknown until it answers. */
const FIRST_ASK_MS = PROCESSOR_TIMEOUT_MS + 10_000;

/**
 * The first of a payment's two transactions: commits the intent to charge, before the processor hears of it. The bills'
 * rows are locked and a unique index allows one live payment per bill, so two phones, two tabs or two workers that pay
 * the same bill at the same instant, alone or with others, end with one payment and one refusal.
 */
export async function startPayment(tx: TxCtx, order: PaymentOrder): Promise<StartAnswer> {
  const { billerId, paymentId, parts } = order;
  const bills = await lockBills(tx, order);
  // Looked for under the lock, so that the second of two that come at once is told which payment it is.
  const before = await tx.em.findOne(Payment, { billerId, id: paymentId });
  if (before) return { kind: 'started-before', payment: before };
  const method = order.methodId ? await findChargeable(tx, billerId, order.methodId) : undefined;
  if (method === null) return { kind: 'refused', refusal: 'method-gone' };

  const decision = await decide(tx, order, bills);
  if (decision.kind === 'refused') return decision;

  const [first] = parts;
  if (!first) throw new RangeError('a payment is for one bill at least');
  const accountId = order.accountId ?? billOf(bills, first.invoiceId).accountId;
  const card = method ?? order.newCard;
  const { feeMinor = 0 } = order;
  // A fee is what was stated, never another one; and of what is charged by itself there is none.
  const fee = await findFee(tx, order, accountId, card);
  if (fee !== feeMinor) return { kind: 'refused', refusal: 'fee-changed', feeMinor: fee };
  const now = tx.clock.now();
  const isNew = await insertOnce(tx.em, Payment, {
    billerId,
    id: paymentId,
    accountId,
    invoiceId: first.invoiceId,
    methodId: order.methodId ?? null,
    amountMinor: decision.amount.minor + feeMinor,
    feeMinor,
    feeTerms: feeMinor > 0 ? (await loadMoneyRules(tx.em, billerId)).cardFee : null,
    currency: decision.amount.currency,
    channel: order.channel,
    state: 'started',
    isCardKept: order.isCardKept ?? false,
    takesOver: order.takesOver ?? false,
    initiator: decideInitiator({
      by: order.channel === 'autopay' ? 'us' : 'customer',
      schedule: order.planId ? 'instalment' : order.channel === 'autopay' ? 'autopay' : 'nothing',
      credential: order.methodId === undefined ? 'new' : 'stored',
    }),
    plannedChargeId: order.plannedChargeId ?? null,
    planId: order.planId ?? null,
    messageId: order.messageId ?? null,
    conversationId: order.conversationId ?? null,
    startedAt: now,
    asked: 0,
    askAt: new Date(now.getTime() + FIRST_ASK_MS),
  });
  if (!isNew) {
    const twin = await tx.em.findOneOrFail(Payment, { billerId, id: paymentId });
    return { kind: 'started-before', payment: twin };
  }
  await tx.em.insertMany(
    PaymentPart,
    parts.map(({ invoiceId, amountMinor }) => ({
      billerId,
      paymentId,
      invoiceId,
      amountMinor,
      isLive: true,
    })),
  );
  return { kind: 'started' };
}

/** Locked in the order of their ids, so that two payments of the same bills wait for each other and never in a circle. */
async function lockBills(tx: TxCtx, { billerId, parts }: PaymentOrder): Promise<Invoice[]> {
  const ids = parts.map(({ invoiceId }) => invoiceId);
  const bills = await tx.em.find(
    Invoice,
    { billerId, id: { $in: ids } },
    { orderBy: { id: 'asc' }, lockMode: LockMode.PESSIMISTIC_WRITE },
  );
  if (new Set(ids).size !== ids.length || bills.length !== ids.length) {
    throw new RangeError('a payment names each of its bills once');
  }
  return bills;
}

/** Locked, so that whoever removes it, or hears that it is closed, waits until the intent is committed. */
async function findChargeable(tx: TxCtx, billerId: string, id: string): Promise<PaymentMethod | null> {
  return tx.em.findOne(
    PaymentMethod,
    { billerId, id, removedAt: null, closedAt: null },
    { lockMode: LockMode.PESSIMISTIC_READ },
  );
}

async function findFee(
  tx: TxCtx,
  { billerId, agreed: amount, channel }: PaymentOrder,
  accountId: string,
  card: CardFeeQuestion['card'] | undefined,
): Promise<number> {
  if (channel === 'autopay' || !card) return 0;
  return findCardFee(tx, { billerId, accountId, amount, card });
}

async function decide(tx: TxCtx, order: PaymentOrder, bills: readonly Invoice[]) {
  const { billerId, parts, agreed } = order;
  const ids = bills.map(({ id }) => id);
  const receivables = await loadReceivables(tx.em, billerId, ids);
  const isPart = parts.some(({ isPartial }) => isPartial);
  return decideCharge({
    parts: parts.map((part) => ({
      ...part,
      amountDue: amountDue(billOf(bills, part.invoiceId), receivables.get(part.invoiceId) ?? 0),
    })),
    agreed,
    live: await findLivePayments(tx.em, billerId, ids),
    // Only a part has to be weighed against it: whole bills, which is nearly all, need no look.
    minimumMinor: isPart ? await loadMinimum(tx, billerId, bills) : null,
  });
}

/** What is due of a plan is taken, however little it is and whatever the biller takes otherwise. */
async function loadMinimum(tx: TxCtx, billerId: string, bills: readonly Invoice[]): Promise<number | null> {
  const { partMinimumMinor } = await loadMoneyRules(tx.em, billerId);
  const accountIds = [...new Set(bills.map(({ accountId }) => accountId))];
  const nextMinor = await findNextInstalment(tx, billerId, accountIds);
  return nextMinor === undefined ? partMinimumMinor : Math.min(partMinimumMinor ?? nextMinor, nextMinor);
}

function billOf(bills: readonly Invoice[], invoiceId: string): Invoice {
  const bill = bills.find(({ id }) => id === invoiceId);
  if (!bill) throw new Error(`bill ${invoiceId} was not locked`);
  return bill;
}
