import type { DeclineKind } from '@kvitt/domain/payment/outcome';

/**
 * The processor's answers (Braintree's authorization responses, 2000 and up) by what we do next. Soft declines of a
 * bank that gives no reason pass later; everything a person has to mend asks for another card; what names our merchant
 * account is ours to mend.
 */
const PROCESSOR_CODES: Readonly<Partial<Record<DeclineKind, readonly string[]>>> = {
  'insufficient-funds': ['2001'],
  // Do not honor, limits, no action taken, partial approval we never asked for, declined without a reason.
  'try-later': ['2000', '2002', '2003', '2034', '2035', '2038', '2046'],
  'card-expired': ['2004'],
  // Number, expiry, length, issuer, CVV, mismatch of card and method, address.
  'card-data': ['2005', '2006', '2008', '2009', '2010', '2051', '2059', '2060'],
  // No account, voice authorization, lost, stolen, suspected, not allowed, stopped by the holder (2017, 2018),
  // restricted, call the issuer, pick up: the networks forbid trying most of these again.
  'card-refused': [
    ...[
      '2007',
      '2011',
      '2012',
      '2013',
      '2014',
      '2015',
      '2017',
      '2018',
      '2019',
      '2020',
      '2021',
      '2022',
      '2024',
    ],
    ...['2029', '2031', '2033', '2039', '2041', '2043', '2044', '2047', '2050', '2053', '2057', '2061'],
  ],
  // Cardholder authentication required.
  'needs-authentication': ['2099'],
  duplicate: ['2016'],
  configuration: [
    ...['2023', '2025', '2026', '2027', '2028', '2030', '2032', '2036', '2037', '2040', '2042', '2045'],
    ...['2048', '2049', '2054', '2055', '2056', '2058', '2062', '2064'],
  ],
};

/** Why the gateway itself turned a sale down, before or after it had asked the processor. */
const REJECTIONS: Readonly<Record<string, DeclineKind>> = {
  avs: 'card-data',
  cvv: 'card-data',
  avs_and_cvv: 'card-data',
  duplicate: 'duplicate',
  fraud: 'fraud',
  risk_threshold: 'fraud',
  // Ours to answer: the merchant's application at Braintree is not finished.
  application_incomplete: 'configuration',
  three_d_secure: 'needs-authentication',
  token_issuance: 'card-refused',
  // The card has been tried too often; the networks fine us for trying on.
  excessive_retry: 'card-refused',
};

/**
 * Validation errors that a sale or the storing of a card can meet; `undecided` where the error speaks of an earlier
 * request with the same key. Everything that is not listed is a mistake in our request.
 */
const VALIDATIONS: Readonly<Partial<Record<DeclineKind | 'undecided', readonly string[]>>> = {
  // Token is invalid; customer has no card; customer id is invalid.
  'not-found': ['91518', '91511', '91510', '93105'],
  // A nonce that is used up, locked, unknown or malformed: the card is typed in again.
  'card-data': [
    ...['91564', '91565', '91566', '91569', '93102', '93107', '93108', '93109'],
    ...['81706', '81707', '81709', '81710', '81711', '81712', '81713', '81714', '81715', '81716', '81717'],
    ...['81736', '81737'],
  ],
  // A type of card that this account does not take.
  'card-refused': ['81703', '81509', '91517', '91567', '915101', '91577'],
  // Used with another request, in flight, its first request failed, the key store failed.
  undecided: ['915232', '915233', '915234', '915235'],
};

const byProcessorCode = invert(PROCESSOR_CODES);
const byValidation = invert(VALIDATIONS);

/**
 * Takes the processor's code and its own word for how final it is. A code that is not in the table follows that word;
 * the 3000s are the processor's network out of order.
 */
export function explainProcessorCode(code: string | undefined, type: string | undefined): DeclineKind {
  const known = code === undefined ? undefined : byProcessorCode.get(code);
  if (known) return known;
  if (code?.startsWith('3')) return 'try-later';
  return type === 'soft_declined' ? 'try-later' : 'card-refused';
}

/** A reason that is not in the table counts as the card's: the gateway does not reject what is sound. */
export function explainRejection(reason: string | undefined): DeclineKind {
  return (Object.hasOwn(REJECTIONS, reason ?? '') && REJECTIONS[reason ?? '']) || 'card-refused';
}

/**
 * Takes all codes of one refusal. `undecided` wins over everything, because it leaves open whether money moved; a card
 * that can be mended wins over a complaint about our request, which often is only its echo.
 */
export function explainValidations(codes: readonly string[]): DeclineKind | 'undecided' {
  const meanings = new Set(codes.map((code) => byValidation.get(code)));
  const order = ['undecided', 'not-found', 'card-data', 'card-refused'] as const;
  return order.find((meaning) => meanings.has(meaning)) ?? 'configuration';
}

function invert<Kind extends string>(
  table: Readonly<Partial<Record<Kind, readonly string[]>>>,
): ReadonlyMap<string, Kind> {
  const byCode = new Map<string, Kind>();
  for (const kind in table) for (const code of table[kind] ?? []) byCode.set(code, kind);
  return byCode;
}
