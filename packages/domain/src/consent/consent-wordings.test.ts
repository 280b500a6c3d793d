import { describe, expect, it } from 'vitest';
import { LANGUAGES } from '../locale/language.ts';
import { CONSENT_WORDINGS } from './consent-wordings.ts';
import { findWording } from './find-wording.ts';

/** What ends texts is STOP; what ends a mandate is another thing. */
const WAYS_OUT: Readonly<Record<string, RegExp>> = {
  'paperless-aloud': /PAPER|PAPEL|PAPIER|PAPPER|PAPIR/,
  paperless: /PAPER|PAPEL|PAPIER|PAPPER|PAPIR/,
  'bank-debit': /removing|quitando|entferne|ta bort|fjerne/,
  plan: /end the plan|terminar el plan|Plan jederzeit beenden|avsluta planen|avslutte planen/,
};

describe('consent wordings', () => {
  it.each(CONSENT_WORDINGS.map((wording) => [`${wording.key}@${wording.version}`, wording] as const))(
    '%s names the biller and the way out in every language, and shouts in none',
    (_, { key, words }) => {
      for (const language of LANGUAGES) {
        expect(words[language]).toContain('{brand}');
        expect(words[language]).toMatch(
          WAYS_OUT[key] ?? (key.startsWith('autopay') ? /AUTOPAY OFF/ : /STOPP?/),
        );
        expect(words[language]).not.toContain('!');
      }
    },
  );

  it('are each one of a kind, and advertising stands in none beside anything else', () => {
    const keys = CONSENT_WORDINGS.map(({ key, version }) => `${key}@${version}`);
    expect(new Set(keys).size).toBe(keys.length);
    for (const { purposes } of CONSENT_WORDINGS) {
      if (purposes.includes('marketing')) expect(purposes).toEqual(['marketing']);
    }
  });

  it('are said with the biller’s name, and not over a channel that they are not for', () => {
    const say = { language: 'sv', brand: 'Acme $& Co' } as const;
    expect(findWording('bills-aloud', { ...say, channel: 'oral' })?.words).toMatch(/^Får Acme \$& Co skicka/);
    expect(findWording('news-shown', { ...say, channel: 'oral' })).toBeUndefined();
    expect(findWording('bills-whispered', { ...say, channel: 'oral' })).toBeUndefined();
  });
});
