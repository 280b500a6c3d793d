import { methodsOf } from '../customers/write-customer.ts';
import type { Act, Gateway } from '../state/gateway.ts';
import type { PaymentMethod } from '../state/records.ts';
import { endSubscription } from '../subscriptions/find-subscription.ts';
import { answer, notFound } from '../wire/answer.ts';
import { methodOf } from './find-payment-method.ts';

/** DELETE /payment_methods/any/:token */
export const deletePaymentMethod: Act = (gateway, call) => {
  const method = methodOf(gateway, call);
  if (!method) return notFound();
  removeMethod(gateway, method);
  return answer();
};

/** DELETE /payment_methods/credit_card/:token */
export const deleteCreditCard: Act = (gateway, call) => {
  const method = methodOf(gateway, call, 'credit_card');
  if (!method) return notFound();
  removeMethod(gateway, method);
  return answer();
};

/** Takes a method out of the vault, which ends what was charged to it again and again; the oldest that is left becomes the customer's default. */
export function removeMethod(gateway: Gateway, method: PaymentMethod): void {
  for (const subscription of Object.values(gateway.state.subscriptions)) {
    const isRunning = subscription.status !== 'Canceled' && subscription.status !== 'Expired';
    if (subscription.token === method.token && isRunning) endSubscription(gateway, subscription);
  }
  delete gateway.state.paymentMethods[method.token];
  const customer = method.customerId ? gateway.state.customers[method.customerId] : undefined;
  if (customer?.defaultToken !== method.token) return;
  customer.defaultToken = methodsOf(gateway, customer.id)[0]?.token ?? null;
}
