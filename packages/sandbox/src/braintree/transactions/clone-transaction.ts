import type { Act } from '../state/gateway.ts';
import { notFound } from '../wire/answer.ts';
import { collectErrors } from '../wire/collect-errors.ts';
import { filled, group, isTrue, type Params } from '../wire/params.ts';
import { authorize } from './authorize.ts';
import { transactionOf } from './find-transaction.ts';
import { readCharge } from './read-charge.ts';
import { transactionAnswer } from './transaction-answer.ts';

const unsuccessful = ['processor_declined', 'gateway_rejected', 'failed', 'voided'];

/** POST /transactions/:id/clone: a new sale with the same card and details, another amount. */
export const cloneTransaction: Act = (gateway, call) => {
  const original = transactionOf(gateway, call);
  if (!original) return notFound();
  const sent = group(call.body.transactionClone);
  const errors = collectErrors();
  const options = group(sent.options);
  if (original.type === 'credit') errors.add(['transaction'], 'base', '91543');
  else if (original.token) errors.add(['transaction'], 'base', '91540');
  else if (unsuccessful.includes(original.status)) errors.add(['transaction'], 'base', '91542');
  else if (original.instrument.kind === 'paypal_account') errors.add(['transaction'], 'base', '91573');
  if (options.submitForSettlement === undefined)
    errors.add(['transaction', 'options'], 'submitForSettlement', '91544');
  const wanted: Params = { type: 'sale', amount: sent.amount, channel: sent.channel };
  const charge = readCharge(gateway, wanted, errors);
  if (!errors.isEmpty() || !charge) return errors.refuse(call.body);
  const clone = authorize(
    gateway,
    { ...wanted, options: { submitForSettlement: isTrue(options.submitForSettlement) } },
    {
      ...charge,
      orderId: original.orderId,
      channel: filled(sent.channel) ?? original.channel,
      extra: original.extra,
    },
    {
      instrument: structuredClone(original.instrument),
      token: null,
      customerId: original.customerId,
      nonceName: null,
      threeDSecure: null,
      isOneTime: true,
    },
  );
  clone.customer = original.customer;
  clone.billing = original.billing;
  clone.shipping = original.shipping;
  gateway.keep(clone);
  return transactionAnswer(gateway, clone, call.body);
};
