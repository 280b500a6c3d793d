import type { Language } from '../locale/language.ts';
import type { ConsentChannel } from './consent.ts';
import type { ConsentWording } from './consent-wording.ts';
import { CONSENT_WORDINGS } from './consent-wordings.ts';

export interface SaidWording {
  /** `key@version`, as the ledger keeps it. */
  wordingKey: string;
  purposes: ConsentWording['purposes'];
  /** The very words, in the customer's language. */
  words: string;
}

/**
 * The newest version of a wording, as it is said or shown to a customer over this channel; undefined where there is none of
 * this name, or it is not for this channel.
 */
export function findWording(
  key: string,
  say: { channel: ConsentChannel; language: Language; brand: string },
): SaidWording | undefined {
  const wording = CONSENT_WORDINGS.filter((one) => one.key === key && one.channels.includes(say.channel))
    .sort((one, other) => one.version - other.version)
    .at(-1);
  if (!wording) return undefined;
  const { version, purposes, words } = wording;
  return {
    wordingKey: `${key}@${version}`,
    purposes,
    words: words[say.language].replaceAll('{brand}', () => say.brand),
  };
}
