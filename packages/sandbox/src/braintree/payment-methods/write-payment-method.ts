import { writeAddress } from '../addresses/write-address.ts';
import { writeCard, writeCardOf } from '../cards/write-card.ts';
import type { Gateway } from '../state/gateway.ts';
import type { InstrumentKind, PaymentMethod } from '../state/records.ts';
import { writeSubscription } from '../subscriptions/write-subscription.ts';
import { writeBankVerification } from '../us-bank-accounts/write-bank-verification.ts';
import type { BankVerification } from '../verifications/verification-record.ts';
import { writeVerification } from '../verifications/write-verification.ts';
import { globalId } from '../wire/global-id.ts';
import { listOf, type XmlObject } from '../wire/write-xml.ts';

/** The element under which a vaulted method of each kind is shown. */
export const methodElements: Readonly<Record<InstrumentKind, string>> = {
  credit_card: 'creditCard',
  us_bank_account: 'usBankAccount',
  paypal_account: 'paypalAccount',
  apple_pay_card: 'applePayCard',
  android_pay_card: 'androidPayCard',
  venmo_account: 'venmoAccount',
  visa_checkout_card: 'visaCheckoutCard',
  samsung_pay_card: 'samsungPayCard',
  sepa_debit_account: 'sepaDebitAccount',
  local_payment: 'localPayment',
  paypal_here: 'paypalHere',
  amex_express_checkout_card: 'amexExpressCheckoutCard',
  masterpass_card: 'masterpassCard',
  meta_checkout_card: 'metaCheckoutCard',
  meta_checkout_token: 'metaCheckoutToken',
};

/** A vaulted method as the gateway shows it. */
export function writePaymentMethod(gateway: Gateway, method: PaymentMethod): XmlObject {
  const now = gateway.clock.now();
  const customer = method.customerId ? gateway.state.customers[method.customerId] : undefined;
  const address = method.billingAddressId ? gateway.state.addresses[method.billingAddressId] : undefined;
  const { instrument } = method;
  return {
    token: method.token,
    globalId: globalId('paymentmethod', method.token),
    graphqlId: globalId('paymentmethod', method.token),
    customerId: method.customerId,
    customerGlobalId: method.customerId ? globalId('customer', method.customerId) : null,
    ...writeCardOf(instrument, now),
    imageUrl: 'https://assets.braintreegateway.com/payment_method_logo/unknown.png?environment=sandbox',
    ...(instrument.card ? { imageUrl: writeCard(instrument.card, now).imageUrl } : {}),
    ...instrument.details,
    default: customer?.defaultToken === method.token,
    createdAt: new Date(method.createdAt),
    updatedAt: new Date(method.updatedAt),
    ...(instrument.kind === 'paypal_account' && method.revoked
      ? { revokedAt: new Date(method.updatedAt) }
      : {}),
    ...(address ? { billingAddress: writeAddress(address) } : {}),
    subscriptions: listOf(
      'subscription',
      Object.values(gateway.state.subscriptions)
        .filter(({ token }) => token === method.token)
        .map((subscription) => writeSubscription(gateway, subscription)),
    ),
    ...verificationsOf(gateway, method, now),
  };
}

function verificationsOf(gateway: Gateway, method: PaymentMethod, now: number): XmlObject {
  const { verifications, bankVerifications } = gateway.state;
  if (method.instrument.kind === 'us_bank_account') {
    const found = Object.values(bankVerifications).filter(
      (one: BankVerification) => one.token === method.token,
    );
    return {
      verified: method.verified ?? false,
      verifiable: true,
      verifications: listOf('us-bank-account-verification', found.map(writeBankVerification)),
    };
  }
  if (!method.instrument.card) return {};
  const found = method.verificationIds.flatMap((id) => verifications[id] ?? []);
  return {
    verifications: listOf(
      'verification',
      found.map((one) => writeVerification(one, now)),
    ),
  };
}
