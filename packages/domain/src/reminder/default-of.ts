import type { Language } from '../locale/language.ts';
import type { Cadence } from './cadence.ts';
import { defaultCadence } from './default-cadence.ts';

const COUNTRY_OF: Record<Language, string> = { en: 'US', es: 'US', de: 'DE', sv: 'SE', nb: 'NO' };

/** The country that a biller's language speaks of, ISO 3166. */
export function countryOf(biller: { language: Language }): string {
  return COUNTRY_OF[biller.language];
}

/** The default cadence of a biller, by the country that its language speaks of. */
export function defaultOf(biller: { language: Language }): Cadence {
  return defaultCadence(countryOf(biller));
}
