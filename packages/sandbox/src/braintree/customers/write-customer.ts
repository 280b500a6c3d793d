import { writeAddress } from '../addresses/write-address.ts';
import { writePaymentMethod } from '../payment-methods/write-payment-method.ts';
import type { Gateway } from '../state/gateway.ts';
import type { Customer, InstrumentKind } from '../state/records.ts';
import { globalId } from '../wire/global-id.ts';
import { listOf, type XmlObject } from '../wire/write-xml.ts';
import { customerFields } from './new-customer.ts';

/** Under which list of a customer each kind of method stands, and the tag of its items. */
const lists: readonly [InstrumentKind, string, string][] = [
  ['credit_card', 'creditCards', 'credit-card'],
  ['paypal_account', 'paypalAccounts', 'paypal-account'],
  ['apple_pay_card', 'applePayCards', 'apple-pay-card'],
  ['android_pay_card', 'androidPayCards', 'android-pay-card'],
  ['us_bank_account', 'usBankAccounts', 'us-bank-account'],
  ['venmo_account', 'venmoAccounts', 'venmo-account'],
  ['visa_checkout_card', 'visaCheckoutCards', 'visa-checkout-card'],
  ['samsung_pay_card', 'samsungPayCards', 'samsung-pay-card'],
  ['amex_express_checkout_card', 'amexExpressCheckoutCards', 'amex-express-checkout-card'],
  ['masterpass_card', 'masterpassCards', 'masterpass-card'],
  ['sepa_debit_account', 'sepaDebitAccounts', 'sepa-debit-account'],
];

/** A customer as the gateway shows it, with addresses and payment methods. */
export function writeCustomer(gateway: Gateway, customer: Customer): XmlObject {
  const methods = methodsOf(gateway, customer.id);
  return {
    id: customer.id,
    merchantId: gateway.settings.merchantId,
    globalId: globalId('customer', customer.id),
    graphqlId: globalId('customer', customer.id),
    ...Object.fromEntries(customerFields.map((name) => [name, customer.fields[name] ?? null])),
    internationalPhone: customer.internationalPhone ?? { countryCode: null, nationalNumber: null },
    createdAt: new Date(customer.createdAt),
    updatedAt: new Date(customer.updatedAt),
    customFields: Object.keys(customer.customFields).length ? { ...customer.customFields } : '',
    ...Object.fromEntries(
      lists.map(([kind, name, tag]) => [
        name,
        listOf(
          tag,
          methods
            .filter((method) => method.instrument.kind === kind)
            .map((method) => writePaymentMethod(gateway, method)),
        ),
      ]),
    ),
    addresses: listOf(
      'address',
      Object.values(gateway.state.addresses)
        .filter((address) => address.customerId === customer.id)
        .map(writeAddress),
    ),
  };
}

/** All that a customer has in the vault, oldest first. */
export function methodsOf(gateway: Gateway, customerId: string) {
  return Object.values(gateway.state.paymentMethods).filter((method) => method.customerId === customerId);
}
