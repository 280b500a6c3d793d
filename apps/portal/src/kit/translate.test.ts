import { describe, expect, it } from 'vitest';
import { en } from './messages-en.ts';
import { es } from './messages-es.ts';
import { type MessageKey, translateWith } from './translate.ts';

const KEYS = Object.keys(en) as MessageKey[];

describe('the words of the pages', () => {
  it.each(KEYS)('%s names the same values in both languages', (key) => {
    expect(namesIn(es[key])).toEqual(namesIn(en[key]));
  });

  it.each([
    ['en', 1, 'Try again in 1 minute.'],
    ['en', 2, 'Try again in 2 minutes.'],
    ['es', 1, 'Intente otra vez en 1 minuto.'],
    ['es', 30, 'Intente otra vez en 30 minutos.'],
    ['es', 1_000_000, 'Intente otra vez en 1000000 minutos.'],
  ] as const)('counts in %s: %d', (language, count, said) => {
    expect(translateWith(language, language === 'es' ? es : en)('slow.when', { count })).toBe(said);
  });

  it('puts a value in as it is, even where it looks like a placeholder', () => {
    expect(translateWith('en', en)('pay.title', { biller: '{amount} & $1' })).toBe('Pay {amount} & $1');
  });

  it.each(KEYS)(
    '%s says neither please nor something went wrong, and nothing with an exclamation mark',
    (key) => {
      expect(textsOf(en[key]).join(' ')).not.toMatch(/please|went wrong|invalid|!/i);
      expect(textsOf(es[key]).join(' ')).not.toMatch(/por favor|salió mal|inválid|[!¡]/i);
    },
  );
});

function textsOf(message: string | { one: string; other: string }): string[] {
  return typeof message === 'string' ? [message] : [message.one, message.other];
}

function namesIn(message: string | { one: string; other: string }): string[][] {
  return textsOf(message).map((text) =>
    [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? '').sort(),
  );
}
