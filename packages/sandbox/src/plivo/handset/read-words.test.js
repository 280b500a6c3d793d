import { describe, expect, it } from 'vitest';
import { readWords } from './read-words.js';

describe('readWords', () => {
  it.each([
    ['Reply PAY to pay with Visa 1881, BAL for your balance, STOP to opt out.', ['PAY', 'BAL', 'STOP']],
    ['You are about to pay $84.20. Reply YES 73 to confirm.', ['YES 73']],
    ['Svara JA 12 för att betala eller NEJ för att vänta.', ['JA 12', 'NEJ']],
    ['How was it? Reply 1-5, 5 being very good.', ['1', '2', '3', '4', '5']],
    ['Reply 1 for Monday, 2 for Friday or STOP.', ['1', '2', 'STOP']],
    ['ACME: invoice INV 2031 of USD 84.20 is due.', []],
    ['ACME: text PAY to pay USD 84.20 now. Msg rates apply. HELP for help.', ['PAY', 'HELP']],
    ['Open https://x.example/PAY/STOP and reply OK', ['OK']],
    ['Thank you. You paid 40.00 and owe nothing.', []],
    ['Do not reply to this text.', []],
  ])('offers for "%s" %j', (text, words) => {
    expect(readWords(text)).toEqual(words);
  });
});
