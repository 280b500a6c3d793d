import { createAddress, deleteAddress, findAddress, updateAddress } from './addresses/addresses.ts';
import { createClientToken } from './client-token/create-client-token.ts';
import { createCustomer } from './customers/create-customer.ts';
import { deleteCustomer, findCustomer } from './customers/find-customer.ts';
import { updateCustomer } from './customers/update-customer.ts';
import {
  acceptDispute,
  addEvidence,
  finalizeDispute,
  findDispute,
  removeEvidence,
} from './disputes/answer-dispute.ts';
import { searchDisputes } from './disputes/search-disputes.ts';
import { uploadDocument } from './documents/upload-document.ts';
import { grantPaymentMethod, revokePaymentMethod } from './grants/grant-payment-method.ts';
import { findMerchantAccount, listMerchantAccounts } from './merchant-accounts/merchant-accounts.ts';
import { createPaymentMethod } from './payment-methods/create-payment-method.ts';
import { deleteCreditCard, deletePaymentMethod } from './payment-methods/delete-payment-method.ts';
import { findFromNonce, findOfKind, findPaymentMethod } from './payment-methods/find-payment-method.ts';
import { createNonce, findNonce } from './payment-methods/nonces.ts';
import { updateCreditCard, updatePaymentMethod } from './payment-methods/update-payment-method.ts';
import {
  createModificationForTests,
  createPlan,
  findPlan,
  listAddOns,
  listDiscounts,
  listPlans,
  updatePlan,
} from './plans/plans.ts';
import {
  searchBankVerifications,
  searchCustomers,
  searchExpiredCards,
  searchExpiringCards,
  searchSubscriptions,
  searchTransactions,
  searchVerifications,
} from './search/search.ts';
import { summarizeBatch } from './settlement-batches/summarize-batch.ts';
import type { Act } from './state/gateway.ts';
import { createSubscription } from './subscriptions/create-subscription.ts';
import { cancelSubscription, findSubscription, makePastDue } from './subscriptions/find-subscription.ts';
import { updateSubscription } from './subscriptions/update-subscription.ts';
import { confirmSettlement, declineSettlement, holdSettlement, settleNow } from './testing/settle-now.ts';
import { createThreeDSecure, createThreeDSecureNonce } from './three-d-secure/verify-for-tests.ts';
import { addShipment, adjustAuthorization, updateDetails } from './transactions/change-transaction.ts';
import { cloneTransaction } from './transactions/clone-transaction.ts';
import { createTransaction } from './transactions/create-transaction.ts';
import { cancelRelease, escrowNow, holdInEscrow, releaseFromEscrow } from './transactions/escrow.ts';
import { findLineItems, findTransaction } from './transactions/find-transaction.ts';
import { refundTransaction } from './transactions/refund-transaction.ts';
import { submitForPartialSettlement, submitForSettlement } from './transactions/submit-for-settlement.ts';
import { voidTransaction } from './transactions/void-transaction.ts';
import { confirmMicroTransfers, findBankVerification } from './us-bank-accounts/confirm-micro-transfers.ts';
import { createVerification, findVerification } from './verifications/verifications.ts';

/** Every call of the gateway below `/merchants/:merchantId`, and the act that answers it. */
export const gatewayRoutes: readonly [method: 'GET' | 'POST' | 'PUT' | 'DELETE', path: string, act: Act][] = [
  ['POST', '/client_token', createClientToken],

  ['POST', '/transactions', createTransaction],
  ['POST', '/transactions/advanced_search_ids', searchTransactions.ids],
  ['POST', '/transactions/advanced_search', searchTransactions.page],
  ['GET', '/transactions/:id', findTransaction],
  ['GET', '/transactions/:id/line_items', findLineItems],
  ['PUT', '/transactions/:id/void', voidTransaction],
  ['PUT', '/transactions/:id/submit_for_settlement', submitForSettlement],
  ['POST', '/transactions/:id/submit_for_partial_settlement', submitForPartialSettlement],
  ['POST', '/transactions/:id/refund', refundTransaction],
  ['POST', '/transactions/:id/clone', cloneTransaction],
  ['POST', '/transactions/:id/shipments', addShipment],
  ['PUT', '/transactions/:id/update_details', updateDetails],
  ['PUT', '/transactions/:id/adjust_authorization', adjustAuthorization],
  ['PUT', '/transactions/:id/hold_in_escrow', holdInEscrow],
  ['PUT', '/transactions/:id/release_from_escrow', releaseFromEscrow],
  ['PUT', '/transactions/:id/cancel_release', cancelRelease],
  ['PUT', '/transactions/:id/escrow', escrowNow],
  ['PUT', '/transactions/:id/settle', settleNow],
  ['PUT', '/transactions/:id/settlement_confirm', confirmSettlement],
  ['PUT', '/transactions/:id/settlement_pending', holdSettlement],
  ['PUT', '/transactions/:id/settlement_decline', declineSettlement],

  ['POST', '/customers', createCustomer],
  ['POST', '/customers/advanced_search_ids', searchCustomers.ids],
  ['POST', '/customers/advanced_search', searchCustomers.page],
  ['GET', '/customers/:id', findCustomer],
  ['PUT', '/customers/:id', updateCustomer],
  ['DELETE', '/customers/:id', deleteCustomer],
  ['POST', '/customers/:id/addresses', createAddress],
  ['GET', '/customers/:id/addresses/:addressId', findAddress],
  ['PUT', '/customers/:id/addresses/:addressId', updateAddress],
  ['DELETE', '/customers/:id/addresses/:addressId', deleteAddress],

  ['POST', '/payment_methods', createPaymentMethod],
  ['POST', '/payment_methods/all/expired_ids', searchExpiredCards.ids],
  ['POST', '/payment_methods/all/expired', searchExpiredCards.page],
  ['POST', '/payment_methods/all/expiring_ids', searchExpiringCards.ids],
  ['POST', '/payment_methods/all/expiring', searchExpiringCards.page],
  ['GET', '/payment_methods/any/:token', findPaymentMethod],
  ['PUT', '/payment_methods/any/:token', updatePaymentMethod],
  ['DELETE', '/payment_methods/any/:token', deletePaymentMethod],
  ['GET', '/payment_methods/credit_card/:token', findOfKind('credit_card')],
  ['PUT', '/payment_methods/credit_card/:token', updateCreditCard],
  ['DELETE', '/payment_methods/credit_card/:token', deleteCreditCard],
  ['GET', '/payment_methods/paypal_account/:token', findOfKind('paypal_account')],
  ['PUT', '/payment_methods/paypal_account/:token', updatePaymentMethod],
  ['DELETE', '/payment_methods/paypal_account/:token', deletePaymentMethod],
  ['GET', '/payment_methods/us_bank_account/:token', findOfKind('us_bank_account')],
  ['GET', '/payment_methods/sepa_debit_account/:token', findOfKind('sepa_debit_account')],
  ['DELETE', '/payment_methods/sepa_debit_account/:token', deletePaymentMethod],
  ['GET', '/payment_methods/from_nonce/:nonce', findFromNonce],
  ['POST', '/payment_methods/grant', grantPaymentMethod],
  ['POST', '/payment_methods/revoke', revokePaymentMethod],
  ['POST', '/payment_methods/:token/nonces', createNonce],
  ['GET', '/payment_method_nonces/:nonce', findNonce],

  ['POST', '/three_d_secure/create_verification/:accountId', createThreeDSecure],
  ['POST', '/three_d_secure/create_nonce/:accountId', createThreeDSecureNonce],

  ['GET', '/plans', listPlans],
  ['GET', '/plans/', listPlans],
  ['POST', '/plans', createPlan],
  ['POST', '/plans/create_plan_for_tests', createPlan],
  ['GET', '/plans/:id', findPlan],
  ['PUT', '/plans/:id', updatePlan],
  ['GET', '/add_ons', listAddOns],
  ['GET', '/add_ons/', listAddOns],
  ['GET', '/discounts', listDiscounts],
  ['GET', '/discounts/', listDiscounts],
  ['POST', '/modifications/create_modification_for_tests', createModificationForTests],
  ['POST', '/subscriptions', createSubscription],
  ['POST', '/subscriptions/advanced_search_ids', searchSubscriptions.ids],
  ['POST', '/subscriptions/advanced_search', searchSubscriptions.page],
  ['GET', '/subscriptions/:id', findSubscription],
  ['PUT', '/subscriptions/:id', updateSubscription],
  ['PUT', '/subscriptions/:id/cancel', cancelSubscription],
  ['PUT', '/subscriptions/:id/make_past_due', makePastDue],

  ['POST', '/disputes/advanced_search', searchDisputes],
  ['GET', '/disputes/:id', findDispute],
  ['PUT', '/disputes/:id/accept', acceptDispute],
  ['PUT', '/disputes/:id/finalize', finalizeDispute],
  ['POST', '/disputes/:id/evidence', addEvidence],
  ['DELETE', '/disputes/:id/evidence/:evidenceId', removeEvidence],
  ['POST', '/document_uploads', uploadDocument],

  ['POST', '/settlement_batch_summary', summarizeBatch],
  ['GET', '/merchant_accounts', listMerchantAccounts],
  ['GET', '/merchant_accounts/:id', findMerchantAccount],

  ['GET', '/verifications/:id', findVerification],
  ['POST', '/verifications', createVerification],
  ['POST', '/verifications/advanced_search_ids', searchVerifications.ids],
  ['POST', '/verifications/advanced_search', searchVerifications.page],
  ['GET', '/us_bank_account_verifications/:id', findBankVerification],
  ['PUT', '/us_bank_account_verifications/:id/confirm_micro_transfer_amounts', confirmMicroTransfers],
  ['POST', '/us_bank_account_verifications/advanced_search_ids', searchBankVerifications.ids],
  ['POST', '/us_bank_account_verifications/advanced_search', searchBankVerifications.page],
];
