import type { CardFace } from '@kvitt/domain/payment/outcome';
import type { MethodKind } from '@kvitt/domain/payment/payment-method';
import type { VendorCard, VendorMethod, VendorTransaction } from './braintree-vendor.ts';
import { readCard } from './read-card.ts';

/**
 * The face of whatever a vendor's record is of; undefined where nothing can be shown. Of a wallet that is a person's account
 * its owner's name there is shown in part: an address in full is nobody's business on a receipt.
 */
export function readMethod(method: VendorMethod | undefined): CardFace | undefined {
  if (!method) return undefined;
  const card = readCard(method);
  if (method.routingNumber && method.last4) {
    return bare('bank', titled(method.bankName) || 'Bank account', method.last4);
  }
  if (method.venmoUserId) return bare('venmo', 'Venmo', maskOwner(method.username ?? ''));
  if (method.email && !method.last4) return bare('paypal', 'PayPal', maskOwner(method.email));
  if (!card) return undefined;
  const kind = WALLETS.find(([field]) => method[field] !== undefined)?.[1];
  return kind ? { ...card, kind, last4: ownLast4(method) ?? card.last4 } : card;
}

/** The instrument of a transaction: the SDK makes an empty one of every kind that it was not. */
export function methodOf(transaction: VendorTransaction): VendorMethod | undefined {
  const { usBankAccount, paypalAccount, venmoAccount, applePayCard, androidPayCard, creditCard } =
    transaction;
  switch (transaction.paymentInstrumentType) {
    case 'us_bank_account':
      return usBankAccount;
    case 'paypal_account':
      return paypalAccount && { ...paypalAccount, email: paypalAccount.payerEmail };
    case 'venmo_account':
      return venmoAccount;
    case 'apple_pay_card':
      return (
        applePayCard && { ...applePayCard, paymentInstrumentName: applePayCard.paymentInstrumentName ?? '' }
      );
    case 'android_pay_card':
      return androidPayCard && { ...androidPayCard, sourceCardLast4: androidPayCard.sourceCardLast4 ?? '' };
    default:
      return creditCard;
  }
}

/** Only Apple's and Google's cards name what they were made of. */
const WALLETS: readonly [keyof VendorCard, MethodKind][] = [
  ['paymentInstrumentName', 'apple-pay'],
  ['sourceCardLast4', 'google-pay'],
];

/** The figures that its owner knows: a phone gives the card in it a number of its own. */
function ownLast4({ sourceCardLast4, paymentInstrumentName }: VendorMethod): string | undefined {
  return /(\d{4})$/.exec(sourceCardLast4 || paymentInstrumentName || '')?.[1];
}

function bare(kind: MethodKind, brand: string, last4: string): CardFace {
  return { kind, brand, last4, expMonth: null, expYear: null };
}

/** "JPMORGAN CHASE" as a name reads. */
function titled(name: string | undefined): string {
  return (name ?? '').toLowerCase().replace(/(^|[\s-])\p{L}/gu, (letter) => letter.toUpperCase());
}

/** "ci***@example.com" and "ci***": enough for its owner. */
function maskOwner(name: string): string {
  const [local = '', domain] = name.split('@');
  return `${local.slice(0, 2)}***${domain ? `@${domain}` : ''}`;
}
