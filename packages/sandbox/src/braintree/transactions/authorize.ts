import { testCards } from '../cards/test-cards.ts';
import type { Gateway } from '../state/gateway.ts';
import type { Instrument, StatusEvent, Transaction, TransactionStatus } from '../state/records.ts';
import { decimal } from '../wire/money.ts';
import { filled, group, isTrue, type Params } from '../wire/params.ts';
import { listOf, type XmlObject } from '../wire/write-xml.ts';
import { type CardChecks, checkAddress } from './check-address.ts';
import { type Authorization, decideAuthorization } from './decide-authorization.ts';
import { findDuplicate } from './find-duplicate.ts';
import type { Source } from './find-source.ts';
import { planNextStep } from './plan-next-step.ts';
import { processorResponse } from './processor-responses.ts';
import type { Charge } from './read-charge.ts';
import { writeAddressOf, writeCustomerOf } from './write-transaction.ts';

/** An authorisation is good for a week; a merchant-initiated one with a Visa card for a day. */
const dayMs = 24 * 3_600_000;

/** Runs a charge through the gateway's own checks and the processor, and makes the transaction of what came out. */
export function authorize(gateway: Gateway, sent: Params, charge: Charge, source: Source): Transaction {
  const now = gateway.clock.now();
  const billing = charge.billing ?? source.instrument.billingAddress ?? {};
  const checks = checkAddress(
    source.instrument,
    billing.postalCode ?? undefined,
    billing.streetAddress ?? undefined,
    source.cvv,
  );
  const outcome = decide(gateway, sent, charge, source, checks);
  const approvedCents =
    outcome.status === 'authorized' ? (outcome.partialCents ?? charge.amountCents) : charge.amountCents;
  const amount = decimal(approvedCents);
  const status = startStatus(charge, source, sent, outcome);
  const event = (at: TransactionStatus): StatusEvent => ({ status: at, at: now, amount, source: 'api' });
  const customerId = source.customerId ?? filled(sent.customerId) ?? null;
  const customer = customerId ? gateway.state.customers[customerId] : undefined;
  const isApproved = outcome.status === 'authorized';
  const transaction: Transaction = {
    id: gateway.newId(8),
    type: charge.type,
    amount,
    status,
    createdAt: now,
    updatedAt: now,
    history: passesAuthorized(status, charge, source)
      ? [event('authorized'), event(status)]
      : [event(status)],
    merchantAccountId: charge.merchantAccountId,
    currency: charge.currency,
    orderId: charge.orderId,
    channel: charge.channel,
    instrument: withOutcome(gateway, sent, source.instrument),
    token: source.token,
    nonce: source.nonceName,
    createdUsing: source.token !== null && source.nonceName === null ? 'token' : 'full_information',
    customerId: customer ? customerId : null,
    customer: customer
      ? writeCustomerOf(customer.fields, customer.id)
      : writeCustomerOf(group(sent.customer) as Record<string, string | null>, null),
    billing: writeAddressOf(billing, billing.id ?? null),
    shipping: writeAddressOf(charge.shipping ?? {}, charge.shipping?.id ?? null),
    processor: processorOf(outcome, charge),
    settlementResponse: null,
    gatewayRejectionReason: outcome.status === 'gateway_rejected' ? outcome.reason : null,
    ...(charge.type === 'credit' ? noChecks : checks),
    riskData: isTrue(group(sent.options).skipAdvancedFraudChecking) ? null : riskOf(gateway, outcome),
    refundedTransactionId: null,
    refundIds: [],
    authorizedTransactionId: null,
    partialSettlementIds: [],
    disputeIds: [],
    next: null,
    transactionSource: charge.transactionSource,
    extra: {
      ...charge.extra,
      ...source.facilitated,
      ...(source.threeDSecure ? { threeDSecureInfo: source.threeDSecure } : {}),
    },
    adjustments: [],
    lineItems: charge.lineItems,
    shipments: [],
    authorizationExpiresAt: isApproved ? now + authorizedForMs(charge, source) : null,
    submittedAmount: status === 'submitted_for_settlement' ? amount : null,
  };
  transaction.next = planNextStep(transaction, now);
  return transaction;
}

/** Whether a sale was authorised on its way to where it stands: banks know no such state. */
function passesAuthorized(status: TransactionStatus, charge: Charge, source: Source): boolean {
  return (
    ['submitted_for_settlement', 'settling', 'settlement_pending'].includes(status) &&
    charge.type === 'sale' &&
    source.instrument.kind !== 'us_bank_account'
  );
}

/** Instruments of other companies carry what those said about the payment. */
function withOutcome(gateway: Gateway, sent: Params, source: Instrument): Instrument {
  const instrument = structuredClone(source);
  // The security code has been looked at; the books may not hold it.
  delete instrument.card?.cvv;
  const accountType = filled(group(group(sent.options).creditCard).accountType);
  if (accountType) return { ...instrument, details: { ...instrument.details, accountType } };
  const isPayPal = instrument.kind === 'paypal_account';
  if (!isPayPal && instrument.kind !== 'local_payment') return instrument;
  const options = group(sent.options);
  const payPal = group(options.paypal);
  const payee = (name: string) =>
    filled(payPal[name]) ?? filled(options[name]) ?? filled(group(sent.paypalAccount)[name]) ?? null;
  const details: XmlObject = {
    ...instrument.details,
    debugId: `DBG${gateway.newId(8)}`,
    captureId: `CAPTURE-${gateway.newId(8)}`,
    transactionFeeAmount: '0.30',
    transactionFeeCurrencyIsoCode: 'USD',
    ...(isPayPal
      ? {
          authorizationId: `AUTH-${gateway.newId(8)}`,
          payeeId: payee('payeeId'),
          payeeEmail: payee('payeeEmail'),
          customField: filled(payPal.customField) ?? null,
          description: filled(payPal.description) ?? null,
        }
      : {}),
  };
  return { ...instrument, details };
}

const noChecks: CardChecks = { avs: { postal: null, street: null, error: null }, cvvResponseCode: null };

function decide(
  gateway: Gateway,
  sent: Params,
  charge: Charge,
  source: Source,
  checks: CardChecks,
): Authorization {
  const options = group(sent.options);
  // A request key and the duplicate check exclude each other: the key already says what is meant to be one charge.
  if (charge.type === 'sale' && !sent.apiRequestKey && findDuplicate(gateway, charge, source.instrument)) {
    return { status: 'gateway_rejected', reason: 'duplicate' };
  }
  const card = source.instrument.card ? testCards[source.instrument.card.number] : undefined;
  const rejection = source.rejection ?? card?.rejection;
  if (rejection && !isTrue(options.skipAdvancedFraudChecking)) {
    return { status: 'gateway_rejected', reason: rejection };
  }
  if (isTrue(group(options.threeDSecure).required) && !source.threeDSecure && !sent.threeDSecurePassThru) {
    return { status: 'gateway_rejected', reason: 'three_d_secure' };
  }
  const refusal = source.token ? gateway.state.refusedTokens[source.token] : undefined;
  if (refusal) return { status: 'processor_declined', response: processorResponse(refusal) };
  const outcome = decideAuthorization(
    charge.amountCents,
    source.instrument,
    isTrue(sent.acceptPartialAuthorization),
  );
  // 2099 is "authenticate first": a card whose holder has done that is not asked again.
  const isAnswered =
    outcome.status === 'processor_declined' && outcome.response.code === '2099' && wasAuthenticated(source);
  if (isAnswered) return { status: 'authorized', response: processorResponse('1000') };
  if (outcome.status !== 'authorized' || charge.type === 'credit') return outcome;
  const reason = ruleBroken(gateway, checks, options);
  return reason ? { status: 'gateway_rejected', reason } : outcome;
}

function wasAuthenticated({ threeDSecure }: Source): boolean {
  return threeDSecure?.liabilityShifted === true;
}

/** The address and security code rules of the control panel reject what the bank did approve. */
function ruleBroken(gateway: Gateway, checks: CardChecks, options: Params): string | undefined {
  const { rules } = gateway.settings;
  const avs =
    rules.avs &&
    !isTrue(options.skipAvs) &&
    (checks.avs.postal === 'N' || checks.avs.street === 'N' || checks.avs.error);
  const cvv = rules.cvv && !isTrue(options.skipCvv) && checks.cvvResponseCode === 'N';
  if (avs && cvv) return 'avs_and_cvv';
  if (avs) return 'avs';
  return cvv ? 'cvv' : undefined;
}

function startStatus(
  charge: Charge,
  source: Source,
  sent: Params,
  outcome: Authorization,
): TransactionStatus {
  if (outcome.status !== 'authorized') return outcome.status;
  if (source.instrument.kind === 'us_bank_account' || source.instrument.kind === 'sepa_debit_account') {
    return 'settlement_pending';
  }
  if (charge.type === 'credit') return 'submitted_for_settlement';
  if (!isTrue(group(sent.options).submitForSettlement)) return 'authorized';
  // PayPal moves the money at once, there is no batch to wait for.
  return source.instrument.kind === 'paypal_account' || source.instrument.kind === 'local_payment'
    ? 'settling'
    : 'submitted_for_settlement';
}

function processorOf(outcome: Authorization, charge: Charge): Transaction['processor'] {
  if (outcome.status === 'gateway_rejected') {
    return { code: null, text: null, kind: null, additional: null, authorizationCode: null };
  }
  const { code, text, kind } = outcome.response;
  const shown =
    charge.type === 'credit' && code === '1000' ? processorResponse('1002') : { code, text, kind };
  return {
    ...shown,
    additional: code.startsWith('2') ? `${code} : ${text}` : null,
    authorizationCode: outcome.status === 'authorized' ? authorizationCode(charge.amountCents) : null,
  };
}

/** Six characters, as on a receipt. */
function authorizationCode(amountCents: number): string {
  return ((amountCents * 7919) % 0xffffff).toString(16).toUpperCase().padStart(6, '0');
}

function riskOf(gateway: Gateway, outcome: Authorization): XmlObject {
  const isFraud =
    outcome.status === 'gateway_rejected' && ['fraud', 'risk_threshold'].includes(outcome.reason);
  return {
    id: gateway.settings.checksFraud || isFraud ? 'sandbox-risk-id' : null,
    decision: isFraud ? 'Decline' : gateway.settings.checksFraud ? 'Approve' : 'Not Evaluated',
    deviceDataCaptured: false,
    fraudServiceProvider: 'fraud_protection',
    decisionReasons: listOf('item', []),
    transactionRiskScore: null,
  };
}

function authorizedForMs(charge: Charge, source: Source): number {
  const isMerchantInitiated = ['recurring', 'unscheduled', 'installment', 'merchant'].includes(
    charge.transactionSource ?? '',
  );
  return isMerchantInitiated && source.instrument.card?.cardType === 'Visa' ? dayMs : 7 * dayMs;
}
