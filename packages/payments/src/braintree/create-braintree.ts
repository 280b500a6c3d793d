import { BraintreeGateway } from 'braintree';
import type { PaymentsPort } from '../payments-port.ts';
import { acceptDispute } from './accept-dispute.ts';
import { answerChallenge } from './answer-challenge.ts';
import type { BraintreeSettings } from './braintree-settings.ts';
import type { BraintreeVendor } from './braintree-vendor.ts';
import { charge } from './charge.ts';
import { createCustomer } from './create-customer.ts';
import { createMethod } from './create-method.ts';
import { deleteCustomer } from './delete-customer.ts';
import { deleteMethod } from './delete-method.ts';
import { findDispute } from './find-dispute.ts';
import { findMethod } from './find-method.ts';
import { findNonce } from './find-nonce.ts';
import { findSale } from './find-sale.ts';
import { listDisputes } from './list-disputes.ts';
import { listMoves } from './list-moves.ts';
import { listUpdates } from './list-updates.ts';
import { makeClientToken } from './make-client-token.ts';
import { parseWebhook } from './parse-webhook.ts';
import { readEnvironment } from './read-environment.ts';
import { refundSale } from './refund-sale.ts';
import { searchByPaymentId } from './search-by-payment-id.ts';
import { searchRefunds } from './search-refunds.ts';
import { submitDispute } from './submit-dispute.ts';
import { summarizeSettlement } from './summarize-settlement.ts';
import { voidSale } from './void-sale.ts';

/** The processor port over Braintree's own SDK. Makes no call by itself. */
export function createBraintree(settings: BraintreeSettings): PaymentsPort {
  const timeoutMs = settings.timeoutMs ?? 60_000;
  const gateway = new BraintreeGateway({
    environment: readEnvironment(settings.environment),
    merchantId: settings.merchantId,
    publicKey: settings.publicKey,
    privateKey: settings.privateKey,
  });
  // The SDK takes no timeout when it is made.
  gateway.config.timeout = timeoutMs;
  const vendor: BraintreeVendor = {
    gateway,
    timeoutMs,
    useRequestKeys: settings.useRequestKeys,
    defaultCurrency: settings.defaultCurrency ?? 'USD',
    merchantAccounts: { ...settings.merchantAccounts },
  };
  return {
    charge: (order) => charge(vendor, order),
    searchByPaymentId: (paymentId) => searchByPaymentId(vendor, paymentId),
    searchRefunds: (requestId) => searchRefunds(vendor, requestId),
    listMoves: (span) => listMoves(vendor, span),
    summarizeSettlement: (day) => summarizeSettlement(vendor, day),
    find: (vendorId) => findSale(vendor, vendorId),
    void: (vendorId) => voidSale(vendor, vendorId),
    refund: (vendorId, amount, requestId) => refundSale(vendor, vendorId, amount, requestId),
    clientToken: () => makeClientToken(vendor),
    createCustomer: (customer) => createCustomer(vendor, customer),
    deleteCustomer: (customerId) => deleteCustomer(vendor, customerId),
    createMethod: (customerId, nonce, what) => createMethod(vendor, customerId, nonce, what),
    listUpdates: (reportUrl) => listUpdates(settings.environment, reportUrl, timeoutMs),
    findMethod: (token) => findMethod(vendor, token),
    findNonce: (nonce) => findNonce(vendor, nonce),
    deleteMethod: (token) => deleteMethod(vendor, token),
    findDispute: (vendorId) => findDispute(vendor, vendorId),
    listDisputes: (span) => listDisputes(vendor, span),
    acceptDispute: (vendorId) => acceptDispute(vendor, vendorId),
    submitDispute: (vendorId, evidence) => submitDispute(vendor, vendorId, evidence),
    parseWebhook: (signature, payload) => parseWebhook(vendor, signature, payload),
    answerChallenge: async (challenge) => answerChallenge(vendor, challenge),
  };
}
