import type { Evidence } from './dispute-record.ts';

/** What may be given under a category: words, a document, or either. */
type Form = 'text' | 'document' | 'any';

const categories: Readonly<Record<string, Form>> = {
  GENERAL: 'any',
  CARRIER_NAME: 'text',
  CREDIT_ISSUED: 'document',
  DEVICE_ID: 'text',
  DEVICE_NAME: 'text',
  DOWNLOAD_DATE_TIME: 'text',
  GEOGRAPHICAL_LOCATION: 'text',
  LEGIT_PAYMENTS_FOR_SAME_MERCHANDISE: 'document',
  MERCHANT_WEBSITE_OR_APP_ACCESS: 'document',
  PRIOR_DIGITAL_GOODS_TRANSACTION_ARN: 'text',
  PRIOR_DIGITAL_GOODS_TRANSACTION_DATE_TIME: 'text',
  PRIOR_DIGITAL_GOODS_TRANSACTION_ID: 'text',
  PRIOR_NON_DISPUTED_TRANSACTION_ARN: 'text',
  PRIOR_NON_DISPUTED_TRANSACTION_DATE_TIME: 'text',
  PRIOR_NON_DISPUTED_TRANSACTION_EMAIL_ADDRESS: 'text',
  PRIOR_NON_DISPUTED_TRANSACTION_ID: 'text',
  PRIOR_NON_DISPUTED_TRANSACTION_IP_ADDRESS: 'text',
  PRIOR_NON_DISPUTED_TRANSACTION_PHONE_NUMBER: 'text',
  PRIOR_NON_DISPUTED_TRANSACTION_PHYSICAL_ADDRESS: 'text',
  PROFILE_SETUP_OR_APP_ACCESS: 'document',
  PROOF_OF_AUTHORIZED_SIGNER: 'document',
  PROOF_OF_DELIVERY: 'document',
  PROOF_OF_DELIVERY_EMP_ADDRESS: 'document',
  PROOF_OF_POSSESSION_OR_USAGE: 'document',
  PURCHASER_EMAIL_ADDRESS: 'text',
  PURCHASER_IP_ADDRESS: 'text',
  PURCHASER_NAME: 'text',
  RECURRING_TRANSACTION_ARN: 'text',
  RECURRING_TRANSACTION_DATE_TIME: 'text',
  RECURRING_TRANSACTION_ID: 'text',
  REFUND_ID: 'text',
  SIGNED_DELIVERY_FORM: 'document',
  SIGNED_ORDER_FORM: 'document',
  TICKET_PROOF: 'document',
  TRACKING_NUMBER: 'text',
  TRACKING_URL: 'text',
};

/** Several documents or general words may be given; any other category only once. */
const repeatable = new Set(['GENERAL']);

/** The code for evidence that may not be added; `comment` is null where a document is given. */
export function evidenceError(
  category: string | null,
  comment: string | null,
  given: readonly Evidence[],
): string | undefined {
  if (category === null) return (comment?.length ?? 0) > 500 ? '95708' : undefined;
  const form = categories[category];
  if (!form) return '95706';
  if (form === 'text' && comment === null) return '95711';
  if (form === 'document' && comment !== null) return '95712';
  if (!repeatable.has(category) && form === 'text' && given.some((one) => one.category === category))
    return '95714';
  return comment === null ? undefined : contentError(category, comment);
}

function contentError(category: string, comment: string): string | undefined {
  if (category.endsWith('_DATE_TIME') && Number.isNaN(Date.parse(comment))) return '95707';
  if (category.endsWith('_ARN') && comment.length > 23) return '95709';
  if (category.endsWith('_PHONE_NUMBER') && comment.length > 20) return '95710';
  if (category.endsWith('_EMAIL_ADDRESS') && !/^[^@\s]+@[^@\s]+$/.test(comment)) return '95715';
  return comment.length > 500 ? '95708' : undefined;
}

const digitalGoods = new Set([
  'DEVICE_ID',
  'DEVICE_NAME',
  'GEOGRAPHICAL_LOCATION',
  'MERCHANT_WEBSITE_OR_APP_ACCESS',
  'PROFILE_SETUP_OR_APP_ACCESS',
  'PRIOR_DIGITAL_GOODS_TRANSACTION_ID',
  'PURCHASER_IP_ADDRESS',
  'PURCHASER_NAME',
]);

/**
 * The codes for evidence that is only good together with other evidence: digital goods need the moment of the download
 * and two proofs, an earlier transaction both its number and its moment.
 */
export function missingEvidence(given: readonly Evidence[]): string[] {
  const have = new Set(given.map(({ category }) => category ?? ''));
  const missing: string[] = [];
  const proofs = [...have].filter((category) => digitalGoods.has(category)).length;
  if (proofs > 0 || have.has('DOWNLOAD_DATE_TIME')) {
    if (!have.has('DOWNLOAD_DATE_TIME')) missing.push('95721');
    if (proofs < 2) missing.push('95720');
  }
  const pairs = [
    ['PRIOR_NON_DISPUTED_TRANSACTION_ARN', 'PRIOR_NON_DISPUTED_TRANSACTION_DATE_TIME', '95722', '95723'],
    ['RECURRING_TRANSACTION_ARN', 'RECURRING_TRANSACTION_DATE_TIME', '95725', '95724'],
  ] as const;
  for (const [number, moment, numberMissing, momentMissing] of pairs) {
    if (have.has(number) && !have.has(moment)) missing.push(momentMissing);
    if (have.has(moment) && !have.has(number)) missing.push(numberMissing);
  }
  return missing;
}
