import type { Instrument } from '../state/records.ts';
import { testBankAccount } from '../us-bank-accounts/test-bank-account.ts';
import type { XmlObject } from '../wire/write-xml.ts';
import { brandOf } from './brand-of.ts';
import type { Card } from './card-record.ts';
import { threeDSecureResults } from './three-d-secure-results.ts';

/** What one of the vendor's fixed test nonces stands for; they are never used up, unlike real ones. */
export interface TestNonce {
  instrument?: Instrument;
  /** Refused before anything is tried. */
  refusal?: 'consumed' | 'luhn';
  /** The gateway refuses a transaction with it. */
  rejection?: 'fraud' | 'risk_threshold' | 'token_issuance';
  threeDSecure?: XmlObject;
  /** Good for one payment, cannot be vaulted. */
  isOneTime?: boolean;
}

const expiry = { expirationMonth: '12', expirationYear: '2030' };

function card(number: string, indicators?: Record<string, string>): TestNonce {
  return { instrument: { kind: 'credit_card', card: plainCard(number, indicators) } };
}

function plainCard(number: string, indicators?: Record<string, string>): Card {
  return {
    number,
    cardType: brandOf(number),
    ...expiry,
    cardholderName: null,
    ...(indicators ? { indicators } : {}),
  };
}

function applePay(number: string, name: string): TestNonce {
  return {
    instrument: {
      kind: 'apple_pay_card',
      card: plainCard(number),
      details: {
        paymentInstrumentName: name,
        sourceDescription: name,
        cardholderName: 'Visa Apple Pay Cardholder',
        default: true,
        expired: false,
        isDeviceToken: true,
      },
    },
  };
}

function androidPay(number: string, isNetworkTokenized: boolean): TestNonce {
  const brand = brandOf(number);
  // A card that the wallet only passes on has digits of its own; a network token shows those of the token.
  const sourceLast4 = isNetworkTokenized ? number.slice(-4) : '1111';
  return {
    instrument: {
      kind: 'android_pay_card',
      card: plainCard(number),
      details: {
        sourceCardType: brand,
        sourceCardLast4: sourceLast4,
        sourceDescription: `${brand} ${sourceLast4}`,
        imageUrl:
          'https://assets.braintreegateway.com/payment_method_logo/android_pay_card.png?environment=sandbox',
        virtualCardType: brand,
        virtualCardLast4: number.slice(-4),
        googleTransactionId: 'google_transaction_id',
        isNetworkTokenized,
      },
    },
  };
}

function visaCheckout(number: string): TestNonce {
  return {
    instrument: {
      kind: 'visa_checkout_card',
      card: plainCard(number),
      details: { callId: 'abc123' },
    },
  };
}

function masterpass(number: string): TestNonce {
  return { instrument: { kind: 'masterpass_card', card: plainCard(number), details: {} } };
}

function samsungPay(number: string): TestNonce {
  return {
    instrument: {
      kind: 'samsung_pay_card',
      card: plainCard(number),
      details: { sourceCardLast4: number.slice(-4), sourceCardType: brandOf(number) },
    },
  };
}

function payPal(details: XmlObject = {}): Instrument {
  return {
    kind: 'paypal_account',
    details: {
      email: 'payer@example.com',
      payerEmail: 'payer@example.com',
      payerId: 'PAYER_ID_123',
      payerFirstName: 'Jane',
      payerLastName: 'Doe',
      paymentId: 'PAY-SANDBOX',
      imageUrl: 'https://assets.braintreegateway.com/payment_method_logo/paypal.png?environment=sandbox',
      payerStatus: 'VERIFIED',
      sellerProtectionStatus: 'ELIGIBLE',
      ...details,
    },
  };
}

/** The test nonces by name. Numbers follow what the vendor's documentation says each of them stands for. */
export const testNonces: Readonly<Record<string, TestNonce>> = {
  'fake-valid-nonce': card('4111111111111111'),
  'fake-abstract-transactable-nonce': card('4111111111111111'),
  'fake-valid-no-billing-address-nonce': card('4111111111111111'),
  'fake-valid-visa-nonce': card('4012888888881881'),
  'fake-valid-amex-nonce': card('378282246310005'),
  'fake-valid-mastercard-nonce': card('5555555555554444'),
  'fake-valid-discover-nonce': card('6011111111111117'),
  'fake-valid-jcb-nonce': card('3530111333300000'),
  'fake-valid-maestro-nonce': card('6304000000000000'),
  'fake-valid-dinersclub-nonce': card('36259600000004'),
  'fake-valid-prepaid-nonce': card('4111111111111210', { prepaid: 'Yes' }),
  'fake-valid-prepaid-reloadable-nonce': card('4229989900000002'),
  'fake-valid-business-nonce': card('4229989800000003'),
  'fake-valid-consumer-nonce': card('4229989700000004'),
  'fake-valid-corporate-nonce': card('4229989100000000'),
  'fake-valid-purchase-nonce': card('4229989500000006'),
  'fake-valid-commercial-nonce': card('4111111111131010'),
  'fake-valid-durbin-regulated-nonce': card('4111161010101010'),
  'fake-valid-healthcare-nonce': card('4111111510101010'),
  'fake-valid-debit-nonce': card('4117101010101010'),
  'fake-valid-payroll-nonce': card('4111111114101010'),
  'fake-valid-no-indicators-nonce': card('4111111111310101'),
  'fake-valid-unknown-indicators-nonce': card('4111111111112101'),
  'fake-valid-country-of-issuance-usa-nonce': card('4111111111121102'),
  'fake-valid-country-of-issuance-cad-nonce': card('4111111111121102', { countryOfIssuance: 'CAN' }),
  'fake-valid-issuing-bank-network-only-nonce': card('4111111141010101'),
  'fake-pinless-debit-visa-nonce': card('4117101010101010', { debit: 'Yes' }),
  'fake-consumed-nonce': { refusal: 'consumed' },
  'fake-luhn-invalid-nonce': { refusal: 'luhn' },
  'fake-processor-declined-visa-nonce': card('4000111111111115'),
  'fake-processor-declined-mastercard-nonce': card('5105105105105100'),
  'fake-processor-declined-amex-nonce': card('378734493671000'),
  'fake-processor-declined-discover-nonce': card('6011000990139424'),
  'fake-processor-failure-jcb-nonce': card('3566002020360505'),
  'fake-gateway-rejected-fraud-nonce': { ...card('4000111111111511'), rejection: 'fraud' },
  'fake-gateway-rejected-risk-thresholds-nonce': {
    ...card('4111130000000003'),
    rejection: 'risk_threshold',
  },
  'fake-paypal-one-time-nonce': { instrument: payPal(), isOneTime: true },
  'fake-paypal-future-nonce': { instrument: payPal({ billingAgreementId: 'B-SANDBOX' }) },
  'fake-paypal-future-refresh-token-nonce': { instrument: payPal({ billingAgreementId: 'B-SANDBOX' }) },
  'fake-paypal-billing-agreement-nonce': { instrument: payPal({ billingAgreementId: 'B-SANDBOX' }) },
  'fake-apple-pay-visa-nonce': applePay('4111111111111111', 'Visa 8886'),
  'fake-apple-pay-mastercard-nonce': applePay('5555555555554444', 'MasterCard 0017'),
  'fake-apple-pay-amex-nonce': applePay('378282246310005', 'AmEx 41002'),
  'fake-apple-pay-discover-nonce': applePay('6011111111111117', 'Discover 1117'),
  'fake-apple-pay-mpan-nonce': applePay('4111111111111111', 'Visa 8886'),
  'fake-android-pay-nonce': androidPay('6011111111111117', false),
  'fake-android-pay-discover-nonce': androidPay('6011111111111117', false),
  'fake-android-pay-visa-nonce': androidPay('4111111111111111', true),
  'fake-android-pay-mastercard-nonce': androidPay('5555555555554444', true),
  'fake-android-pay-amex-nonce': androidPay('378282246310005', true),
  'fake-venmo-account-nonce': {
    instrument: {
      kind: 'venmo_account',
      details: {
        username: 'venmojoe',
        venmoUserId: '1234567891234567891',
        sourceDescription: 'Venmo Account: venmojoe',
      },
    },
  },
  'fake-token-issuance-error-venmo-account-nonce': {
    instrument: {
      kind: 'venmo_account',
      details: { username: 'venmojoe', venmoUserId: '1234567891234567891', sourceDescription: 'Venmo' },
    },
    rejection: 'token_issuance',
  },
  'fake-amex-express-checkout-nonce': {
    instrument: {
      kind: 'amex_express_checkout_card',
      card: plainCard('378282246310005'),
      details: { cardMemberNumber: '0005', cardMemberExpiryDate: '12/30', sourceDescription: 'AmEx 0005' },
    },
  },
  'fake-masterpass-amex-nonce': masterpass('378282246310005'),
  'fake-masterpass-discover-nonce': masterpass('6011111111111117'),
  'fake-masterpass-mastercard-nonce': masterpass('5555555555554444'),
  'fake-masterpass-visa-nonce': masterpass('4012888888881881'),
  'fake-visa-checkout-visa-nonce': visaCheckout('4012888888881881'),
  'fake-visa-checkout-amex-nonce': visaCheckout('378282246310005'),
  'fake-visa-checkout-mastercard-nonce': visaCheckout('5555555555554444'),
  'fake-visa-checkout-discover-nonce': visaCheckout('6011111111111117'),
  tokensam_fake_visa: samsungPay('4012888888881881'),
  tokensam_fake_american_express: samsungPay('378282246310005'),
  tokensam_fake_mastercard: samsungPay('5555555555554444'),
  tokensam_fake_discover: samsungPay('6011111111111117'),
  'fake-sepa-direct-debit-nonce': {
    instrument: {
      kind: 'sepa_debit_account',
      details: {
        bankReferenceToken: 'a-fake-bank-reference-token',
        mandateType: 'RECURRENT',
        last4: '1234',
        merchantOrPartnerCustomerId: 'a-fake-mp-customer-id',
      },
    },
  },
  'fake-us-bank-account-nonce': { instrument: testBankAccount },
  'fake-local-payment-method-nonce': {
    instrument: {
      kind: 'local_payment',
      details: { fundingSource: 'ideal', paymentId: 'PAY-SANDBOX', payerId: 'PAYER_ID_123' },
    },
    isOneTime: true,
  },
  'fake-meta-checkout-card-nonce': {
    instrument: { kind: 'meta_checkout_card', card: plainCard('4111111111111111'), details: {} },
    isOneTime: true,
  },
  'fake-meta-checkout-token-nonce': {
    instrument: { kind: 'meta_checkout_token', card: plainCard('4111111111111111'), details: {} },
    isOneTime: true,
  },
  ...Object.fromEntries(
    threeDSecureResults().map(([nonce, threeDSecure]) => [
      nonce,
      { ...card('4111111111111111'), threeDSecure },
    ]),
  ),
};
