import { CURRENCIES, type Currency } from '@kvitt/domain/money/money';
import { fromDecimal } from '@kvitt/domain/money/to-decimal';
import type { DeclineKind, Outcome } from '@kvitt/domain/payment/outcome';
import type { VendorResult, VendorTransaction } from './braintree-vendor.ts';
import { explainTurnedAway, type VendorAnswer } from './call-vendor.ts';
import { explainProcessorCode, explainRejection, explainValidations } from './decline-codes.ts';
import { methodOf, readMethod } from './read-method.ts';

/**
 * What became of a sale, from whatever the SDK answered. Pure; the table behind it is on docs/vendors/braintree.md.
 * Takes the currency that was asked for: the vendor charges in the currency of a merchant account, not of the request,
 * so that a mismatch is for a person to look at.
 */
export function readOutcome(answer: VendorAnswer<VendorResult>, asked: Currency): Outcome {
  if (answer.kind === 'failed') return readFailure(answer.type);
  const { value } = answer;
  if (typeof value !== 'object' || value === null) return unknown('the answer is not the vendor’s');
  const { transaction } = value;
  if (!transaction?.status) return readRefusal(value);
  const iso = transaction.currencyIsoCode;
  if (iso && iso !== asked) return unknown(`the processor answered in ${iso}`);
  const outcome = readTransaction(transaction, asked);
  // Our order id belongs to one payment alone, so a duplicate is our own sale, seen before: it may well have been
  // captured. Only the search can tell, and it shows both.
  if (outcome.kind === 'declined' && outcome.decline === 'duplicate')
    return unknown('the processor saw it before');
  return outcome;
}

/** What the vendor's record of one sale says. `currency` stands in where the record names none. */
export function readTransaction(transaction: VendorTransaction, currency: Currency): Outcome {
  switch (transaction.status) {
    case 'submitted_for_settlement':
    case 'settling':
    case 'settled':
    case 'settlement_confirmed':
      return readApproval(transaction, currency);
    case 'settlement_pending':
      // A bank account is debited days later: the bank has the order, and says no by sending it back.
      if (isFromBank(transaction)) return readApproval(transaction, currency);
      return unknown('the sale is settlement_pending');
    case 'processor_declined': {
      const { processorResponseCode: code, processorResponseType: type } = transaction;
      return decline(transaction, explainProcessorCode(code, type), code, transaction.processorResponseText);
    }
    case 'gateway_rejected': {
      const reason = transaction.gatewayRejectionReason;
      return decline(transaction, explainRejection(reason), reason, 'rejected by the gateway');
    }
    case 'failed':
      return decline(
        transaction,
        'try-later',
        transaction.processorResponseCode,
        'the processor was out of order',
      );
    case 'settlement_declined':
      return decline(
        transaction,
        'card-refused',
        readReturnCode(transaction) ?? transaction.processorSettlementResponseCode,
        transaction.processorSettlementResponseText,
      );
    // Taken back or lapsed: the money stays with the customer, and another sale may be made.
    case 'voided':
    case 'authorization_expired':
      return decline(transaction, 'try-later', transaction.status, 'taken back before it settled');
    default:
      // authorized, authorizing, settlement_pending, or a word of tomorrow: reserved at most, not ours yet.
      return unknown(`the sale is ${transaction.status ?? 'without a status'}`);
  }
}

/** The vendor's currency where it is one of ours. */
export function readCurrency(iso: string | undefined, fallback: Currency): Currency | undefined {
  return iso ? CURRENCIES.find((currency) => currency === iso) : fallback;
}

export function isFromBank({ paymentInstrumentType }: VendorTransaction): boolean {
  return paymentInstrumentType === 'us_bank_account';
}

/** Why a bank sent a payment back, by the code of its network; undefined where it did not. */
export function readReturnCode(transaction: VendorTransaction): string | undefined {
  const code = transaction.achReturnCode ?? transaction.achReturnResponses?.at(-1)?.reasonCode;
  return code && /^R\d\d$/.test(code) ? code : undefined;
}

/** The network settles in three to five banking days, and there is no sixth before a week is over. */
const CLEARS_WITHIN_MS = 7 * 86_400_000;

function readClearsBy({ createdAt }: VendorTransaction): string {
  const at = new Date(createdAt ?? Number.NaN).getTime();
  // Without a time of its own it is told as late as can be thought of.
  return Number.isNaN(at) ? '9999-12-31' : new Date(at + CLEARS_WITHIN_MS).toISOString().slice(0, 10);
}

function readFailure(type: string): Outcome {
  const text = explainTurnedAway(type);
  if (!text) return unknown(`no answer (${type})`);
  const kind: DeclineKind = type === 'tooManyRequestsError' ? 'try-later' : 'configuration';
  return { kind: 'declined', decline: kind, code: type, text };
}

function readRefusal(result: VendorResult): Outcome {
  const errors = result.errors?.deepErrors() ?? [];
  if (result.success || errors.length === 0) return unknown('the answer says neither yes nor no');
  const codes = errors.map((error) => error.code);
  const meaning = explainValidations(codes);
  if (meaning === 'undecided') return unknown(`an earlier request has the same key (${codes.join(' ')})`);
  const text = errors[0]?.message;
  return { kind: 'declined', decline: meaning, code: codes[0] ?? '', ...(text && { text }) };
}

function readApproval(transaction: VendorTransaction, fallback: Currency): Outcome {
  const { id, amount = '', customer } = transaction;
  const currency = readCurrency(transaction.currencyIsoCode, fallback);
  const charged = currency && fromDecimal(amount, currency);
  if (!id || !charged) return unknown('the sale has no id or no amount');
  const method = methodOf(transaction);
  const card = readMethod(method);
  const token = method?.token;
  const customerId = customer?.id;
  return {
    kind: 'approved',
    vendorId: id,
    minor: charged.minor,
    ...(isFromBank(transaction) && { clearsBy: readClearsBy(transaction) }),
    ...(card && { card }),
    ...(token && customerId && { vaulted: { token, customerId } }),
  };
}

function decline(
  transaction: VendorTransaction,
  kind: DeclineKind,
  code: string | undefined,
  text: string | undefined,
): Outcome {
  const { id } = transaction;
  const card = readMethod(methodOf(transaction));
  return {
    kind: 'declined',
    decline: kind,
    ...(code && { code }),
    ...(text && { text }),
    ...(id && { vendorId: id }),
    ...(card && { card }),
  };
}

function unknown(reason: string): Outcome {
  return { kind: 'unknown', reason };
}
