import { lacks } from '../merchant-accounts/merchant-account-of.ts';
import type { Act, Call, Gateway } from '../state/gateway.ts';
import type { Transaction } from '../state/records.ts';
import { notFound } from '../wire/answer.ts';
import { collectErrors, type ValidationErrors } from '../wire/collect-errors.ts';
import { cents, decimal } from '../wire/money.ts';
import { filled, group, isGroup, isTrue, type Params, type Value } from '../wire/params.ts';
import { transactionOf } from './find-transaction.ts';
import { moveTo } from './move-to.ts';
import { onceByKey } from './once-by-key.ts';
import { planNextStep } from './plan-next-step.ts';
import { readAmount } from './read-charge.ts';
import { readDescriptor, readExtra } from './read-extra.ts';
import { transactionAnswer } from './transaction-answer.ts';

/** PUT /transactions/:id/submit_for_settlement: the whole authorised amount, or less of it. */
export const submitForSettlement: Act = (gateway, call) => {
  const transaction = transactionOf(gateway, call);
  if (!transaction) return notFound();
  const sent = group(call.body.transaction);
  return onceByKey(gateway, call, sent, `submit ${transaction.id}`, () =>
    submit(gateway, call, transaction, sent),
  );
};

/** POST /transactions/:id/submit_for_partial_settlement: a new transaction for a part of what was authorised. */
export const submitForPartialSettlement: Act = (gateway, call) => {
  const transaction = transactionOf(gateway, call);
  if (!transaction) return notFound();
  const sent = group(call.body.transaction);
  return onceByKey(gateway, call, sent, `partial ${transaction.id}`, () =>
    submitPart(gateway, call, transaction, sent),
  );
};

function submit(gateway: Gateway, call: Call, transaction: Transaction, sent: Params) {
  const errors = collectErrors();
  const amountCents = filled(sent.amount)
    ? readAmount(filled(sent.amount), ['transaction'], errors)
    : undefined;
  const changes = readChanges(sent, errors);
  if (transaction.status !== 'authorized') errors.add(['transaction'], 'base', '91507');
  else if ((amountCents ?? 0) > (cents(transaction.amount) ?? 0))
    errors.add(['transaction'], 'amount', '91522');
  const fee = filled(transaction.extra.serviceFeeAmount as Value);
  if (amountCents !== undefined && amountCents < (cents(fee) ?? 0))
    errors.add(['transaction'], 'amount', '91551');
  if (!errors.isEmpty()) return { answer: errors.refuse(call.body), transactionId: null };
  if (amountCents !== undefined) transaction.amount = decimal(amountCents);
  transaction.submittedAmount = transaction.amount;
  changes(transaction);
  moveTo(
    gateway,
    transaction,
    transaction.instrument.kind === 'paypal_account' ? 'settling' : 'submitted_for_settlement',
  );
  return { answer: transactionAnswer(gateway, transaction, call.body, 200), transactionId: transaction.id };
}

function submitPart(gateway: Gateway, call: Call, parent: Transaction, sent: Params) {
  const errors = collectErrors();
  const amountCents = readAmount(filled(sent.amount), ['transaction'], errors);
  const changes = readChanges(sent, errors);
  const isOpen = parent.status === 'authorized' || parent.partialSettlementIds.length > 0;
  const isClosed = parent.extra.isFinallyCaptured === true || parent.status === 'voided';
  if (parent.authorizedTransactionId) errors.add(['transaction'], 'base', '915103');
  else if (lacks(gateway, parent.merchantAccountId, 'partialSettlement'))
    errors.add(['transaction'], 'base', '915102');
  else if (!isOpen || isClosed) errors.add(['transaction'], 'base', '91507');
  else if ((amountCents ?? 0) > leftOf(gateway, parent)) errors.add(['transaction'], 'amount', '91522');
  if (!errors.isEmpty() || amountCents === undefined) {
    return { answer: errors.refuse(call.body), transactionId: null };
  }
  const part = partOf(gateway, parent, decimal(amountCents));
  changes(part);
  gateway.keep(part);
  parent.partialSettlementIds.push(part.id);
  if (isTrue(sent.finalCapture)) parent.extra = { ...parent.extra, isFinallyCaptured: true };
  if (parent.status === 'authorized') {
    // The parent only stands for the authorisation from here on; its parts are what is settled.
    moveTo(gateway, parent, 'submitted_for_settlement');
    parent.next = null;
    gateway.schedule(parent);
  }
  return { answer: transactionAnswer(gateway, part, call.body), transactionId: part.id };
}

function leftOf(gateway: Gateway, parent: Transaction): number {
  const taken = parent.partialSettlementIds
    .map((id) => gateway.state.transactions[id])
    .reduce((sum, part) => sum + (part && part.status !== 'voided' ? (cents(part.amount) ?? 0) : 0), 0);
  return (cents(parent.amount) ?? 0) - taken;
}

function partOf(gateway: Gateway, parent: Transaction, amount: string): Transaction {
  const now = gateway.clock.now();
  const part: Transaction = {
    ...structuredClone(parent),
    id: gateway.newId(8),
    amount,
    submittedAmount: amount,
    status: 'submitted_for_settlement',
    createdAt: now,
    updatedAt: now,
    history: [{ status: 'submitted_for_settlement', at: now, amount, source: 'api' }],
    authorizedTransactionId: parent.id,
    partialSettlementIds: [],
    refundIds: [],
    next: null,
  };
  part.next = planNextStep(part, now);
  return part;
}

/** What a submission may change of a transaction besides the amount. */
function readChanges(sent: Params, errors: ValidationErrors): (transaction: Transaction) => void {
  const orderId = filled(sent.orderId);
  if ((orderId?.length ?? 0) > 255) errors.add(['transaction'], 'orderId', '91501');
  const { extra, lineItems } = readExtra(sent, errors);
  const descriptor = isGroup(sent.descriptor)
    ? readDescriptor(sent.descriptor, ['transaction'], collectErrors())
    : undefined;
  return (transaction) => {
    if (orderId !== undefined) transaction.orderId = orderId;
    transaction.extra = { ...transaction.extra, ...extra, ...(descriptor ? { descriptor } : {}) };
    if (lineItems.length) transaction.lineItems = lineItems;
  };
}
