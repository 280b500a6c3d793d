import type { Instrument } from '../state/records.ts';

export interface CardChecks {
  avs: { postal: string | null; street: string | null; error: string | null };
  cvvResponseCode: string | null;
}

/**
 * The bank's answers on address and security code, by the vendor's test values: postal code 20000 or a street that
 * begins with 200 does not match (N), 20001 and 201 are not verified (U), 30000 and 30001 are errors (E, S); security
 * code 200 does not match, 201 is not verified, 301 is not taken part in (S), 000 is missing (I).
 * `I` where nothing was given, `A` where the instrument knows no such check.
 */
export function checkAddress(
  instrument: Instrument,
  postalCode: string | undefined,
  street: string | undefined,
  cvv: string | undefined,
): CardChecks {
  if (!instrument.card) return { avs: { postal: 'A', street: 'A', error: null }, cvvResponseCode: 'A' };
  if (postalCode === '30000' || postalCode === '30001') {
    const error = postalCode === '30000' ? 'E' : 'S';
    return { avs: { postal: 'A', street: 'A', error }, cvvResponseCode: checkCvv(cvv) };
  }
  return {
    avs: {
      postal: matchOf(postalCode, ['20000', '20001']),
      street: matchOf(street, ['200', '201']),
      error: null,
    },
    cvvResponseCode: checkCvv(cvv),
  };
}

function matchOf(value: string | undefined, [mismatch, unverified]: [string, string]): string {
  if (!value) return 'I';
  const first = value.trim().split(/\s+/)[0];
  if (first === mismatch) return 'N';
  return first === unverified ? 'U' : 'M';
}

function checkCvv(cvv: string | undefined): string {
  if (!cvv || cvv === '000') return 'I';
  return { '200': 'N', '201': 'U', '301': 'S', '2000': 'N', '2011': 'U', '3011': 'S' }[cvv] ?? 'M';
}
