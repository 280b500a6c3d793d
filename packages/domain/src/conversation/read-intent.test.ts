import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Intent } from './intent.ts';
import { readIntent } from './read-intent.ts';

const TABLE: readonly (readonly [text: string, intent: Intent])[] = [
  ['PAY', { kind: 'pay' }],
  ['Pay!', { kind: 'pay' }],
  ['pay please', { kind: 'pay' }],
  ['Pagar', { kind: 'pay' }],
  ['bezahlen', { kind: 'pay' }],
  ['betala', { kind: 'pay' }],
  ['Betal', { kind: 'pay' }],
  ['PAY NOW', { kind: 'pay-now' }],
  ['Jetzt bezahlen', { kind: 'pay-now' }],
  ['betala nu', { kind: 'pay-now' }],
  ['I want to pay', { kind: 'pay', isWish: true }],
  ['quiero pagar', { kind: 'pay', isWish: true }],
  ['Pay?', { kind: 'pay', isWish: true }],
  ['PAY NOW?', { kind: 'pay', isWish: true }],
  ['PAY 50', { kind: 'pay-amount', amount: { words: '50', minor: 5_000 } }],
  ['PAY 50.00', { kind: 'pay-amount', amount: { words: '50.00', minor: 5_000 } }],
  ['pay 50,00', { kind: 'pay-amount', amount: { words: '50,00', minor: 5_000 } }],
  [
    'Pay $1,284.20 please',
    { kind: 'pay-amount', amount: { words: '1,284.20', minor: 128_420, currencies: ['USD'] } },
  ],
  [
    'betala 1.284,20 kr',
    { kind: 'pay-amount', amount: { words: '1.284,20', minor: 128_420, currencies: ['SEK', 'NOK', 'DKK'] } },
  ],
  ['pay 1,000', { kind: 'pay-amount', amount: { words: '1,000', minor: 100_000 } }],
  ['$50', { kind: 'pay-amount', amount: { words: '50', minor: 5_000, currencies: ['USD'] } }],
  ['PAY ALL', { kind: 'pay-several', which: 'all' }],
  ['PAY 1 2', { kind: 'pay-several', which: [1, 2] }],
  ['pay 1, 2 and 4', { kind: 'pay-several', which: [1, 2, 4] }],
  ['YES 73', { kind: 'yes', code: '73' }],
  ['YES73', { kind: 'yes', code: '73' }],
  ['yes, 73', { kind: 'yes', code: '73' }],
  ['Yes. 4417', { kind: 'yes', code: '4417' }],
  ['Sí, 73', { kind: 'yes', code: '73' }],
  ['ja 073', { kind: 'yes', code: '073' }],
  ['yes', { kind: 'yes' }],
  ['Ja tack', { kind: 'yes' }],
  ['START', { kind: 'start' }],
  ['unstop', { kind: 'start' }],
  ['NO', { kind: 'no' }],
  ['no thanks', { kind: 'no' }],
  ['nein danke', { kind: 'no' }],
  ['NO 73', { kind: 'no' }],
  ['BAL', { kind: 'balance' }],
  ['saldo', { kind: 'balance' }],
  ['How much do I owe?', { kind: 'balance' }],
  ['AGENT', { kind: 'agent' }],
  ['I want to talk to a person', { kind: 'agent' }],
  ['HELP', { kind: 'help' }],
  ['?', { kind: 'help' }],
  ['CANCEL', { kind: 'opt-out' }],
  ['END', { kind: 'opt-out' }],
  ['QUIT', { kind: 'opt-out' }],
  ['4242 4242 4242 4242', { kind: 'card-number' }],
  ['[REDACTED-PAN ..4242]', { kind: 'card-number' }],
  ['Stop texting me, my card 4242 4242 4242 4242 is gone', { kind: 'opt-out' }],
  ['PAY 4242424242424242', { kind: 'card-number' }],
  ['', { kind: 'free-text' }],
  ['👍', { kind: 'free-text' }],
  ['ok', { kind: 'free-text' }],
  ['73', { kind: 'free-text' }],
  ['yes 7', { kind: 'free-text' }],
  ['yes 12345', { kind: 'free-text' }],
  ['yes 73?', { kind: 'free-text' }],
  ['yes 73 or 74', { kind: 'free-text' }],
  ['START?', { kind: 'free-text' }],
  ['I paid yesterday', { kind: 'free-text' }],
  ['can you pay me', { kind: 'free-text' }],
  ['pay my rent lol', { kind: 'free-text' }],
  ['yes pay', { kind: 'free-text' }],
  ['pay 50 on friday', { kind: 'free-text' }],
];

describe('readIntent', () => {
  it.each(TABLE)('reads %j as %j', (text, intent) => {
    expect(readIntent(text)).toEqual(intent);
  });

  it('carries every code of two to four digits in any of the five yeses, and no other', () => {
    const yes = fc.constantFrom('YES', 'yes', 'Yes,', 'Y', 'si', 'Sí', 'ja', 'JA,');
    fc.assert(
      fc.property(yes, fc.stringMatching(/^\d{1,6}$/), (word, code) => {
        const intent = readIntent(`${word} ${code}`);
        const carries = code.length >= 2 && code.length <= 4;
        expect(intent).toEqual(carries ? { kind: 'yes', code } : { kind: 'free-text' });
      }),
    );
  });

  it('reads an amount to the cent as it is written in either country', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 99_999_999 }),
        fc.constantFrom('en-US', 'de-DE', 'sv-SE'),
        (minor, locale) => {
          const amount = new Intl.NumberFormat(locale, { minimumFractionDigits: 2 }).format(minor / 100);
          expect(readIntent(`pay ${amount}`)).toMatchObject({ kind: 'pay-amount', amount: { minor } });
        },
      ),
    );
  });

  it('moves no money on a text with any other word in it', () => {
    const other = fc
      .stringMatching(/^[a-z]{3,9}$/)
      .filter((word) => readIntent(`${word} xyzzy`).kind === 'free-text');
    fc.assert(
      fc.property(other, fc.constantFrom('PAY', 'YES 73', 'PAY NOW'), (word, command) => {
        const { kind } = readIntent(`${command} ${word} xyzzy`);
        expect(['pay', 'pay-now', 'yes', 'pay-amount', 'pay-several']).not.toContain(kind);
      }),
    );
  });
});
