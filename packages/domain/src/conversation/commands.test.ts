import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LANGUAGES } from '../locale/language.ts';
import type { Intent } from './intent.ts';
import { readIntent } from './read-intent.ts';
import { COMMAND_WORDS, type CommandName } from './words/commands/commands.ts';

const READS: Readonly<Record<CommandName, Intent>> = {
  pay: { kind: 'pay' },
  payNow: { kind: 'pay-now' },
  payAll: { kind: 'pay-several', which: 'all' },
  all: { kind: 'choice', which: 'all' },
  payWish: { kind: 'pay', isWish: true },
  yes: { kind: 'yes' },
  no: { kind: 'no' },
  undo: { kind: 'undo' },
  help: { kind: 'help' },
  balance: { kind: 'balance' },
  bills: { kind: 'bills' },
  due: { kind: 'due' },
  who: { kind: 'who' },
  link: { kind: 'link' },
  card: { kind: 'card' },
  agent: { kind: 'agent' },
  later: { kind: 'later' },
  plan: { kind: 'plan' },
  promise: { kind: 'promise' },
  start: { kind: 'start' },
  autopayOn: { kind: 'autopay', to: 'on' },
  autopayOff: { kind: 'autopay', to: 'off' },
  autopay: { kind: 'autopay' },
  paper: { kind: 'paper' },
  keepCredit: { kind: 'keep' },
  lessLinks: { kind: 'links', isWanted: false },
  moreLinks: { kind: 'links', isWanted: true },
  language: { kind: 'language' },
};

/** Every text that a phrase of plain words can be: each of its words in turn with the first of the others. */
function spell(phrase: string): string[] {
  if (/[~@<#]/.test(phrase)) return [];
  const slots = phrase
    .split(' ')
    .filter((token) => !token.endsWith('?'))
    .map((token) => token.split('|').map((word) => word.replaceAll('_', ' ')));
  return slots.flatMap((words, at) =>
    words.map((word) => slots.map((others, place) => (place === at ? word : others[0])).join(' ')),
  );
}

const CASES = Object.entries(COMMAND_WORDS).flatMap(([command, words]) =>
  LANGUAGES.flatMap((language) =>
    words[language].flatMap((phrase) =>
      spell(phrase).map((text) => ({ command: command as CommandName, language, text })),
    ),
  ),
);

describe('a command', () => {
  it.each(Object.keys(COMMAND_WORDS) as CommandName[])(
    '%s is read in every wording of each language',
    (command) => {
      const cases = CASES.filter((one) => one.command === command);
      expect(cases.length).toBeGreaterThanOrEqual(LANGUAGES.length);
      const misread = cases.flatMap(({ language, text }) => {
        const intent = readIntent(text);
        return JSON.stringify(intent) === JSON.stringify(READS[command]) ? [] : [{ language, text, intent }];
      });
      expect(misread).toEqual([]);
    },
  );

  it('is read in any case, with politeness and punctuation around it, and without its accents', () => {
    const around = fc.constantFrom<(text: string) => string>(
      (text) => text.toUpperCase(),
      (text) => `${text}!`,
      (text) => `Please ${text}.`,
      (text) => `${text}, tack`,
      (text) => text.normalize('NFD').replace(/\p{M}/gu, ''),
    );
    fc.assert(
      fc.property(fc.constantFrom(...CASES), around, ({ command, text }, write) => {
        expect(readIntent(write(text))).toEqual(READS[command]);
      }),
    );
  });

  it('is never CANCEL, END, QUIT or STOP, in whatever it is said of', () => {
    const said = fc.constantFrom(...CASES.map(({ text }) => text));
    fc.assert(
      fc.property(fc.constantFrom('CANCEL', 'END', 'QUIT', 'STOP'), said, (word, text) => {
        expect(['opt-out', 'cease', 'review-hold', 'continue', 'wrong-party', 'free-text']).toContain(
          readIntent(`${word} ${text}`).kind,
        );
        expect(text.split(' ')).not.toContain(word.toLowerCase());
      }),
    );
  });
});

describe('a list is answered', () => {
  it.each<[string, Intent]>([
    ['1', { kind: 'choice', which: [1] }],
    ['2.', { kind: 'choice', which: [2] }],
    ['#3', { kind: 'choice', which: [3] }],
    ['1 and 3', { kind: 'choice', which: [1, 3] }],
    ['1 y 2', { kind: 'choice', which: [1, 2] }],
    ['nr 2', { kind: 'choice', which: [2] }],
    ['ALL', { kind: 'choice', which: 'all' }],
    ['PAY 2', { kind: 'pay-amount', amount: { words: '2', minor: 200 }, bill: 2 }],
    ['PAY 2.00', { kind: 'pay-amount', amount: { words: '2.00', minor: 200 } }],
    ['PAY $2', { kind: 'pay-amount', amount: { words: '2', minor: 200, currencies: ['USD'] } }],
  ])('%s', (text, intent) => {
    expect(readIntent(text)).toEqual(intent);
  });

  it.each(['0', '10', '1,5', '1.50', '1?', '2 pm', '12'])('and not by %s', (text) => {
    expect(readIntent(text).kind).toBe('free-text');
  });
});

describe('a language', () => {
  it.each<[string, Intent]>([
    ['LANG sv', { kind: 'language', to: 'sv' }],
    ['lang no', { kind: 'language', to: 'nb' }],
    ['LANGUAGE: Spanish', { kind: 'language', to: 'es' }],
    ['idioma inglés', { kind: 'language', to: 'en' }],
    ['Sprache Deutsch', { kind: 'language', to: 'de' }],
    ['språk norska', { kind: 'language', to: 'nb' }],
    ['español por favor', { kind: 'language', to: 'es' }],
    ['in German please', { kind: 'language', to: 'de' }],
    ['på svenska tack', { kind: 'language', to: 'sv' }],
    ['auf Englisch bitte', { kind: 'language', to: 'en' }],
    ['LANG FR', { kind: 'language' }],
    ['LANG', { kind: 'language' }],
    ['de', { kind: 'free-text' }],
    ['no', { kind: 'no' }],
    ['language is a barrier for me', { kind: 'free-text' }],
  ])('%s', (text, intent) => {
    expect(readIntent(text)).toEqual(intent);
  });
});
