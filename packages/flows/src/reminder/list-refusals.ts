import type { RefusalRow } from '@kvitt/db/reminder/plan-steps';
import type { ConsentState } from '@kvitt/domain/consent/consent';
import type { Place } from '@kvitt/domain/reminder/plan-step';

const STATES: readonly (ConsentState | '')[] = [
  '',
  'pending',
  'express',
  'confirmed',
  'pewc',
  'soft_optin',
  'revoked',
];

/**
 * What the contact policy says of every pair of consents that a text about a bill goes by: the very words that it will say
 * when the text is claimed, asked once for each law instead of once for each bill. Places under one law share its number.
 * @returns the refusals, and the number of each place's law in the order of `places`
 */
export function listRefusals(places: readonly Place[]): { refusals: RefusalRow[]; laws: number[] } {
  const numbers = new Map<string, number>();
  const refusals: RefusalRow[] = [];
  const laws = places.map((place) => {
    const rows = refusalsOf(place);
    const key = JSON.stringify(rows);
    const known = numbers.get(key);
    if (known !== undefined) return known;
    const law = numbers.size;
    numbers.set(key, law);
    refusals.push(...rows.map((row) => ({ law, ...row })));
    return law;
  });
  return { refusals, laws };
}

function refusalsOf(place: Place): Omit<RefusalRow, 'law'>[] {
  const rows: Omit<RefusalRow, 'law'>[] = [];
  for (const category of ['info', 'past_due'] as const) {
    for (const service of STATES) {
      for (const pastDue of STATES) {
        const standing = { ...(service && { service }), ...(pastDue && { 'past-due': pastDue }) };
        const reason = place.refusalOf(category, standing);
        if (reason !== undefined) rows.push({ category, service, pastDue, reason });
      }
    }
  }
  return rows;
}
