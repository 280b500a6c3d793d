import { lacks } from '../merchant-accounts/merchant-account-of.ts';
import type { Act } from '../state/gateway.ts';
import { answer, notFound } from '../wire/answer.ts';
import { collectErrors } from '../wire/collect-errors.ts';
import { cents, decimal } from '../wire/money.ts';
import { filled, group, isGroup, isTrue, list, text } from '../wire/params.ts';
import { listOf, type XmlObject } from '../wire/write-xml.ts';
import { decideAuthorization } from './decide-authorization.ts';
import { transactionOf } from './find-transaction.ts';
import { readAmount } from './read-charge.ts';
import { readDescriptor } from './read-extra.ts';
import { transactionAnswer } from './transaction-answer.ts';
import { writeTransaction } from './write-transaction.ts';

/** PUT /transactions/:id/update_details: amount (not more), order id and descriptor of one on its way. */
export const updateDetails: Act = (gateway, call) => {
  const transaction = transactionOf(gateway, call);
  if (!transaction) return notFound();
  const sent = group(call.body.transaction);
  const errors = collectErrors();
  const path = ['transaction'];
  if (transaction.status !== 'submitted_for_settlement') {
    errors.add(path, 'base', '915129');
    return errors.refuse(call.body);
  }
  if (lacks(gateway, transaction.merchantAccountId, 'detailChanges')) {
    errors.add(path, 'base', '915130');
    return errors.refuse(call.body);
  }
  const amountCents =
    text(sent.amount) === undefined ? undefined : readAmount(text(sent.amount), path, errors);
  const authorized = cents(transaction.history[0]?.amount ?? transaction.amount) ?? 0;
  if (amountCents !== undefined && amountCents > authorized) errors.add(path, 'amount', '91522');
  const orderId = filled(sent.orderId);
  if ((orderId?.length ?? 0) > 255) errors.add(path, 'orderId', '91501');
  const descriptor = isGroup(sent.descriptor) ? readDescriptor(sent.descriptor, path, errors) : undefined;
  if (!errors.isEmpty()) return errors.refuse(call.body);
  if (amountCents !== undefined) transaction.amount = decimal(amountCents);
  if (orderId !== undefined) transaction.orderId = orderId;
  if (descriptor) transaction.extra = { ...transaction.extra, descriptor };
  transaction.updatedAt = gateway.clock.now();
  return transactionAnswer(gateway, transaction, call.body, 200);
};

/** PUT /transactions/:id/adjust_authorization: more or less than was authorised, while it is only authorised. */
export const adjustAuthorization: Act = (gateway, call) => {
  const transaction = transactionOf(gateway, call);
  if (!transaction) return notFound();
  const errors = collectErrors();
  const path = ['transaction'];
  const sentAmount = text(group(call.body.transaction).amount);
  const change = ['authorizationAdjustment'];
  if (sentAmount?.startsWith('-')) errors.add(change, 'amount', '95605');
  const amountCents = errors.isEmpty() ? readAmount(sentAmount, change, errors) : undefined;
  if (amountCents === undefined) return errors.refuse(call.body);
  if (transaction.status !== 'authorized') errors.add(path, 'base', '915218');
  else if (
    transaction.instrument.kind !== 'credit_card' ||
    lacks(gateway, transaction.merchantAccountId, 'adjustments')
  )
    errors.add(path, 'base', '915222');
  else if (decimal(amountCents) === transaction.amount) errors.add(change, 'base', '95606');
  if (!errors.isEmpty()) return errors.refuse(call.body);
  const outcome = decideAuthorization(amountCents, transaction.instrument);
  const isGranted = outcome.status === 'authorized';
  const response = 'response' in outcome ? outcome.response : { code: '', text: '', kind: 'soft_declined' };
  transaction.adjustments.push({
    amount: decimal(Math.abs(amountCents - (cents(transaction.amount) ?? 0))),
    success: isGranted,
    at: gateway.clock.now(),
    code: response.code,
    text: response.text,
    kind: response.kind,
  });
  if (!isGranted) {
    errors.add(path, 'base', response.kind === 'hard_declined' ? '95602' : '95603');
    return errors.refuse(call.body, { transaction: writeTransaction(gateway, transaction) });
  }
  transaction.amount = decimal(amountCents);
  transaction.updatedAt = gateway.clock.now();
  return transactionAnswer(gateway, transaction, call.body, 200);
};

/** POST /transactions/:id/shipments: tells PayPal where a parcel is. */
export const addShipment: Act = (gateway, call) => {
  const transaction = transactionOf(gateway, call);
  if (!transaction) return notFound();
  const sent = group(call.body.shipment);
  const errors = collectErrors();
  for (const name of ['carrier', 'trackingNumber']) {
    if (!filled(sent[name])) errors.add(['shipment'], name, name === 'carrier' ? '97701' : '97702');
  }
  if (!errors.isEmpty()) return errors.refuse(call.body);
  transaction.shipments.push({
    id: gateway.newId(8),
    carrier: filled(sent.carrier) ?? null,
    trackingNumber: filled(sent.trackingNumber) ?? null,
    paypalTrackerId: `${transaction.id}-${filled(sent.trackingNumber)}`,
    notifyPayer: isTrue(sent.notifyPayer),
    lineItems: listOf(
      'line-item',
      list(sent.lineItems)
        .filter(isGroup)
        .map((item) => item as XmlObject),
    ),
  });
  return answer({ transaction: writeTransaction(gateway, transaction) });
};
