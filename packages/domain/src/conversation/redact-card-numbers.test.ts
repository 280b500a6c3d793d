import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { redactCardNumbers } from './redact-card-numbers.ts';

describe('redactCardNumbers', () => {
  it.each([
    ['a plain number', '4242424242424242', '[REDACTED-PAN ..4242]'],
    ['groups', '4242 4242 4242 4242', '[REDACTED-PAN ..4242]'],
    ['dashes', 'it is 4242-4242-4242-4242.', 'it is [REDACTED-PAN ..4242].'],
    ['odd groups', '42 42 42 42 42 42 42 42', '[REDACTED-PAN ..4242]'],
    ['two lines', '4242 4242\n4242 4242', '[REDACTED-PAN ..4242]'],
    ['expiry and code behind it', '4242 4242 4242 4242 12/29 123', '[REDACTED-PAN ..4242]'],
    ['expiry and code glued to it', '42424242424242421229123', '[REDACTED-PAN ..4242]'],
    ['named expiry and code', 'visa 4242424242424242 exp 12/29 cvv 123 ok', 'visa [REDACTED-PAN ..4242] ok'],
    ['American Express', '3782 822463 10005', '[REDACTED-PAN ..0005]'],
    ['Diners', '30569309025904', '[REDACTED-PAN ..5904]'],
    ['Mastercard of the second range', '2223003122003222', '[REDACTED-PAN ..3222]'],
    ['a short Visa', '4222222222222', '[REDACTED-PAN ..2222]'],
    ['full-width digits', '４２４２４２４２４２４２４２４２', '[REDACTED-PAN ..4242]'],
    ['something invisible between', '4242\u200B4242\u200B4242\u200B4242', '[REDACTED-PAN ..4242]'],
    ['another number before it', 'bill 10442 4242 4242 4242 4242', 'bill 10442 [REDACTED-PAN ..4242]'],
    ['a plus that hides it', '+4242424242424242', '+[REDACTED-PAN ..4242]'],
  ])('takes out %s', (_name, text, redacted) => {
    expect(redactCardNumbers(text).text).toBe(redacted);
  });

  it('finds both of two cards', () => {
    const { text, found } = redactCardNumbers('4242424242424242 or 5555 5555 5555 4444');
    expect(text).toBe('[REDACTED-PAN ..4242] or [REDACTED-PAN ..4444]');
    expect(found).toEqual([{ last4: '4242' }, { last4: '4444' }]);
  });

  it.each([
    ['a number that fails the check digit', 'My account is 4242424242424241'],
    ['a telephone number', 'call 415-555-0100'],
    ['two telephone numbers in a row', '415-555-0100 415-555-0101'],
    ['an international number as long as a card', '+4915123456789'],
    ['a bill and its amount', 'bill 10442, $84.20, due 2026-11-27'],
    ['a parcel', '9400 1000 0000 0000 0000 00'],
    ['a row of zeros', '0000000000000000'],
    ['a number within a longer one', '4242424242424242987654321098'],
  ])('leaves %s', (_name, text) => {
    expect(redactCardNumbers(text)).toEqual({ text, found: [] });
  });

  const card = fc
    .constantFrom<[string, number]>(
      ['4', 16],
      ['51', 16],
      ['34', 15],
      ['37', 15],
      ['6011', 16],
      ['36', 14],
      ['3530', 16],
    )
    .chain(([prefix, length]) =>
      fc
        .array(fc.nat(9), { minLength: length - prefix.length - 1, maxLength: length - prefix.length - 1 })
        .map((rest) => withCheckDigit(prefix + rest.join(''))),
    );

  it('leaves no card number in any text around it, however it is split', () => {
    const gap = fc.constantFrom('', ' ', '-', ' - ', '.', '\u00A0');
    const words = fc.constantFrom('', 'my card is ', 'PAY ', 'here: ');
    fc.assert(
      fc.property(
        card,
        gap,
        words,
        fc.constantFrom('', ' thanks', ' 12/29', ' 12/29 123'),
        (number, between, before, behind) => {
          const split = (number.match(/.{1,4}/g) ?? []).join(between);
          const { text, found } = redactCardNumbers(before + split + behind);
          expect(found).toEqual([{ last4: number.slice(-4) }]);
          expect(text.startsWith(`${before}[REDACTED-PAN ..${number.slice(-4)}]`)).toBe(true);
          expect(text.replace(/\.\.\d{4}\]/, '')).not.toMatch(/\d/);
        },
      ),
    );
  });

  it('changes nothing the second time, and nothing in a text without a long number', () => {
    fc.assert(
      fc.property(card, fc.string(), (number, text) => {
        const once = redactCardNumbers(`${text} ${number} ${text}`).text;
        expect(redactCardNumbers(once).text).toBe(once);
      }),
    );
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        fc.pre((text.match(/\p{Nd}/gu) ?? []).length < 12);
        expect(redactCardNumbers(text)).toEqual({ text, found: [] });
      }),
    );
  });

  it('never takes a telephone number in international form for a card', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[1-9]\d{6,14}$/), (number) => {
        expect(redactCardNumbers(`+${number}`).found).toEqual([]);
      }),
    );
  });
});

function withCheckDigit(digits: string): string {
  const sum = [...digits]
    .reverse()
    .map((digit, index) => (index % 2 === 0 ? Number(digit) * 2 : Number(digit)))
    .reduce((total, value) => total + (value > 9 ? value - 9 : value), 0);
  return digits + String((10 - (sum % 10)) % 10);
}
