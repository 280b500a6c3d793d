import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { ALL_WORDS as WORDS } from './all-words.ts';
import { en } from './messages-en.ts';
import { type MessageKey, translateWith } from './translate.ts';

const KEYS = Object.keys(WORDS.en) as MessageKey[];
const OTHERS = ['es', 'de', 'sv', 'nb'] as const;

describe('the words of the pages', () => {
  it.each(OTHERS)('name the same values in %s as in English', (language) => {
    for (const key of KEYS)
      expect([key, namesIn(WORDS[language][key])]).toEqual([key, namesIn(WORDS.en[key])]);
  });

  it.each([
    ['en', 1, 'Try again in 1 minute.'],
    ['en', 2, 'Try again in 2 minutes.'],
    ['es', 1, 'Intente otra vez en 1 minuto.'],
    ['es', 30, 'Intente otra vez en 30 minutos.'],
    ['es', 1_000_000, 'Intente otra vez en 1000000 minutos.'],
  ] as const)('counts in %s: %d', (language, count, said) => {
    expect(translateWith(language, WORDS[language])('slow.when', { count })).toBe(said);
  });

  it('puts a value in as it is, even where it looks like a placeholder', () => {
    expect(translateWith('en', en)('pay.title', { biller: '{amount} & $1' })).toBe('Pay {amount} & $1');
  });

  it('are all asked for by some page', () => {
    const code = globSync('{src,service-worker}/**/*.{ts,vue}')
      .filter((file) => !/(\.test|-(en|es|de|sv|nb))\.ts$/.test(file))
      .map((file) => readFileSync(file, 'utf8'))
      .join('\n');
    const begun = [...code.matchAll(/`([a-z][\w-]*\.[\w.-]*)\$\{/g)].map(([, begin = '']) => begin);
    const isAskedFor = (key: string) =>
      code.includes(`'${key}'`) || code.includes(`"${key}"`) || begun.some((begin) => key.startsWith(begin));
    expect(KEYS.filter((key) => !isAskedFor(key))).toEqual([]);
  });

  it('say neither please nor something went wrong, and nothing with an exclamation mark', () => {
    const banned =
      /please|went wrong|invalid|por favor|salió mal|inválid|bitte|ungültig|schiefgelaufen|ogiltig|gick fel|ugyldig|gikk galt|vennligst|[!¡]/i;
    for (const words of Object.values(WORDS)) {
      for (const key of KEYS) expect(textsOf(words[key]).join(' ')).not.toMatch(banned);
    }
  });
});

function textsOf(message: string | { one: string; other: string }): string[] {
  return typeof message === 'string' ? [message] : [message.one, message.other];
}

function namesIn(message: string | { one: string; other: string }): string[][] {
  return textsOf(message).map((text) =>
    [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? '').sort(),
  );
}
