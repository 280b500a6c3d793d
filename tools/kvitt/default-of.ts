import type { Biller } from '@kvitt/db/biller/biller.entity';
import type { Cadence } from '@kvitt/domain/reminder/cadence';
import { defaultCadence } from '@kvitt/domain/reminder/default-cadence';

const COUNTRY_OF: Record<Biller['language'], string> = { en: 'US', es: 'US', de: 'DE', sv: 'SE', nb: 'NO' };

/** The default cadence of a biller, by the country that its language and currency speak of. */
export function defaultOf(biller: Pick<Biller, 'language'>): Cadence {
  return defaultCadence(COUNTRY_OF[biller.language]);
}
