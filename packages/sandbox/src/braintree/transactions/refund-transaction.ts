import type { Act, Call, Gateway } from '../state/gateway.ts';
import type { Instrument, Transaction } from '../state/records.ts';
import { notFound } from '../wire/answer.ts';
import { collectErrors } from '../wire/collect-errors.ts';
import { cents, decimal } from '../wire/money.ts';
import { filled, group, type Params } from '../wire/params.ts';
import { decideAuthorization } from './decide-authorization.ts';
import { transactionOf } from './find-transaction.ts';
import { onceByKey } from './once-by-key.ts';
import { planNextStep } from './plan-next-step.ts';
import { processorResponse } from './processor-responses.ts';
import { readAmount } from './read-charge.ts';
import { transactionAnswer } from './transaction-answer.ts';

/** POST /transactions/:id/refund: what is left of a settled sale, or a part of it. */
export const refundTransaction: Act = (gateway, call) => {
  const transaction = transactionOf(gateway, call);
  if (!transaction) return notFound();
  const sent = group(call.body.transaction);
  return onceByKey(gateway, call, sent, `refund ${transaction.id}`, () =>
    refund(gateway, call, transaction, sent),
  );
};

function refund(gateway: Gateway, call: Call, original: Transaction, sent: Params) {
  const errors = collectErrors();
  const refuse = () => ({ answer: errors.refuse(call.body), transactionId: null });
  const base = ['transaction'];
  const leftCents = leftToRefund(gateway, original);
  if (original.type === 'credit') errors.add(base, 'base', '91505');
  else if (!isRefundable(original)) errors.add(base, 'base', '91506');
  else if (leftCents <= 0) errors.add(base, 'base', '91512');
  if (!errors.isEmpty()) return refuse();
  const amountCents =
    filled(sent.amount) === undefined ? leftCents : readAmount(filled(sent.amount), base, errors);
  const orderId = filled(sent.orderId);
  if ((orderId?.length ?? 0) > 255) errors.add(base, 'orderId', '91501');
  if (amountCents !== undefined && amountCents > leftCents) errors.add(base, 'amount', '91521');
  if (!errors.isEmpty() || amountCents === undefined) return refuse();
  const outcome = decideAuthorization(amountCents, original.instrument);
  if (outcome.status === 'processor_declined') {
    // The bank of the card can refuse a refund; no money moves and the vendor calls it a validation error.
    const isHard = outcome.response.kind === 'hard_declined';
    errors.add(base, 'base', isHard ? '915200' : '915201');
    const declined = refundOf(gateway, original, amountCents, orderId);
    declined.status = 'processor_declined';
    declined.next = null;
    declined.processor = {
      ...outcome.response,
      additional: `${outcome.response.code} : ${outcome.response.text}`,
      authorizationCode: null,
    };
    declined.history = declined.history.map((event) => ({ ...event, status: 'processor_declined' }));
    gateway.keep(declined);
    return {
      answer: errors.refuse(call.body, transactionShown(gateway, declined, call)),
      transactionId: declined.id,
    };
  }
  const made = refundOf(gateway, original, amountCents, orderId);
  original.refundIds.push(made.id);
  gateway.keep(made);
  return { answer: transactionAnswer(gateway, made, call.body), transactionId: made.id };
}

function transactionShown(gateway: Gateway, declined: Transaction, call: Call) {
  const { body } = transactionAnswer(gateway, declined, call.body);
  const inner = body?.apiErrorResponse;
  return inner && typeof inner === 'object' && 'transaction' in inner
    ? { transaction: inner.transaction }
    : {};
}

function isRefundable(original: Transaction): boolean {
  return original.status === 'settled' || original.status === 'settling';
}

/** What was not given back yet, in hundredths. */
function leftToRefund(gateway: Gateway, original: Transaction): number {
  const given = original.refundIds
    .map((id) => gateway.state.transactions[id])
    .reduce((sum, one) => sum + (one && isInForce(one) ? (cents(one.amount) ?? 0) : 0), 0);
  return (cents(original.amount) ?? 0) - given;
}

function isInForce(refund: Transaction): boolean {
  return !['voided', 'processor_declined', 'gateway_rejected', 'failed', 'settlement_declined'].includes(
    refund.status,
  );
}

/** PayPal and local payments show the refund's own id and fee. */
function withRefund(gateway: Gateway, instrument: Instrument): Instrument {
  if (!instrument.details?.captureId) return structuredClone(instrument);
  const details = {
    ...instrument.details,
    refundId: `REF${gateway.newId(8)}`,
    refundFromTransactionFeeAmount: '0.30',
    refundFromTransactionFeeCurrencyIsoCode: 'USD',
  };
  return { ...structuredClone(instrument), details };
}

function refundOf(
  gateway: Gateway,
  original: Transaction,
  amountCents: number,
  orderId: string | undefined,
): Transaction {
  const now = gateway.clock.now();
  const amount = decimal(amountCents);
  const made: Transaction = {
    ...structuredClone(original),
    id: gateway.newId(8),
    type: 'credit',
    instrument: withRefund(gateway, original.instrument),
    amount,
    status: 'submitted_for_settlement',
    createdAt: now,
    updatedAt: now,
    history: [{ status: 'submitted_for_settlement', at: now, amount, source: 'api' }],
    orderId: orderId ?? null,
    processor: { ...processorResponse('1002'), additional: null, authorizationCode: null },
    settlementResponse: null,
    refundedTransactionId: original.id,
    refundIds: [],
    partialSettlementIds: [],
    authorizedTransactionId: null,
    disputeIds: [],
    adjustments: [],
    lineItems: [],
    shipments: [],
    nonce: null,
    next: null,
    authorizationExpiresAt: null,
    submittedAmount: amount,
  };
  made.next = planNextStep(made, now);
  return made;
}
