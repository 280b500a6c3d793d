import { describe, expect, it } from 'vitest';
import { readIntent } from '../../conversation/read-intent.ts';
import { LANGUAGES, type Language } from '../../locale/language.ts';
import { WORDINGS } from './render-template.ts';

/** Capital letters that are no word to answer with. */
const NO_COMMANDS: readonly string[] = ['SMS'];

/** Words in capitals with what stands behind them: "PAY", "PROMISE FRI 50", "LANG EN". */
function commandsIn(language: Language): string[] {
  const words = Object.values(WORDINGS[language]).flatMap((wording) =>
    [...wording.matchAll(/(?<!\p{L})\p{Lu}{2,}(?: (?:\p{Lu}{2,}|\d+))*(?!\p{L})/gu)].map(([word]) => word),
  );
  return [...new Set(words)].filter((word) => !NO_COMMANDS.includes(word));
}

describe.each(LANGUAGES)('what the texts in %s tell customers to reply', (language) => {
  it.each(commandsIn(language))('%s is understood', (word) => {
    expect(readIntent(word).kind).not.toBe('free-text');
  });
});

describe('the languages that a text names', () => {
  it.each(LANGUAGES)('LANG %s is understood', (language) => {
    expect(readIntent(`LANG ${language.toUpperCase()}`)).toEqual({ kind: 'language', to: language });
  });
});
