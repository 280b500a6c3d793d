import type { ClientRights } from '../client-token/create-client-token.ts';
import { newNonce } from '../payment-methods/nonces.ts';
import type { Gateway } from '../state/gateway.ts';
import type { FieldError } from '../wire/collect-errors.ts';
import { filled, group, type Params } from '../wire/params.ts';
import { tokenizeCard } from './tokenize-card.ts';

/** POST …/payment_methods/credit_cards: a card's nonce in the older JSON form. */
export function tokenizeCardAsJson(
  gateway: Gateway,
  body: Params,
  rights: ClientRights,
): { status: 201 | 422; json: object } {
  const made = tokenizeCard(gateway, group(body.creditCard), rights);
  if (made.kind === 'refused') {
    return {
      status: 422,
      json: { error: { message: 'Credit card is invalid' }, fieldErrors: nest(made.errors) },
    };
  }
  const { nonce, card } = made;
  return {
    status: 201,
    json: {
      creditCards: [
        {
          nonce: nonce.nonce,
          type: 'CreditCard',
          description: `ending in ${card.number.slice(-2)}`,
          consumed: false,
          threeDSecureInfo: null,
          details: {
            cardholderName: card.cardholderName,
            expirationMonth: card.expirationMonth,
            expirationYear: card.expirationYear,
            bin: card.number.slice(0, 6),
            cardType: card.cardType,
            lastFour: card.number.slice(-4),
            lastTwo: card.number.slice(-2),
          },
          binData: null,
        },
      ],
    },
  };
}

/** POST …/payment_methods/paypal_accounts: a PayPal nonce as the vendor's own test suite makes it. */
export function tokenizePayPalAsJson(
  gateway: Gateway,
  body: Params,
  rights: ClientRights,
): { status: 202; json: object } {
  const sent = group(body.paypalAccount);
  const wantedToken = filled(sent.token);
  // Only a consent, or an order, lets the merchant come back to the account.
  const isLasting = filled(sent.consentCode) !== undefined || filled(sent.intent) === 'order';
  const nonce = newNonce(gateway, {
    token: null,
    customerId: rights.customerId,
    options: rights.options,
    isOneTime: !isLasting,
    ...(isLasting && filled(sent.accessToken) !== undefined ? { isContradictory: true } : {}),
    instrument: {
      kind: 'paypal_account',
      ...(wantedToken ? { wantedToken } : {}),
      details: {
        email: filled(sent.email) ?? 'payer@example.com',
        payerEmail: filled(sent.email) ?? 'payer@example.com',
        payerId: 'PAYER_ID_123',
        imageUrl: 'https://assets.braintreegateway.com/payment_method_logo/paypal.png?environment=sandbox',
        payerFirstName: 'Test',
        payerLastName: 'Payer',
        billingAgreementId: isLasting ? 'B-SANDBOX' : null,
      },
    },
  });
  return {
    status: 202,
    json: { paypalAccounts: [{ nonce: nonce.nonce, type: 'PayPalAccount', consumed: false }] },
  };
}

interface Nested {
  field: string;
  code?: string;
  message?: string;
  fieldErrors?: Nested[];
}

function nest(errors: FieldError[]): Nested[] {
  const top: Nested[] = [];
  for (const { path, attribute, code, message } of errors) {
    let level = top;
    for (const field of path) {
      let group = level.find((one) => one.field === field);
      if (!group) {
        group = { field, fieldErrors: [] };
        level.push(group);
      }
      group.fieldErrors ??= [];
      level = group.fieldErrors;
    }
    const field = attribute.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
    level.push({ field, code, message });
  }
  return top;
}
