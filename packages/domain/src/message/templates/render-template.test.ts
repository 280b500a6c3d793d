import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatDueDate } from '../../locale/format-due-date.ts';
import { formatMoney } from '../../locale/format-money.ts';
import type { Language } from '../../locale/language.ts';
import { money } from '../../money/money.ts';
import { countSegments } from '../count-segments.ts';
import { renderTemplate } from './render-template.ts';
import type { TemplateName, TemplateVarsByName } from './template-vars.ts';

const WRITTEN: readonly Language[] = ['en', 'es'];

/** The longest that is still ordinary: a brand of two words, a four-figure amount, the longest card name in use. */
function ordinary(language: Language): TemplateVarsByName {
  const amount = formatMoney(money(128_420, 'USD'), language);
  const dueDate = formatDueDate('2026-11-25', language);
  const brand = { brand: 'Tri-County Water' };
  const card = 'Mastercard ..4444';
  const link = 'https://pay.tricounty.example/k3J9x2';
  const question = { ...brand, amount, invoiceNumber: '1004423', card, code: '73' };
  return {
    'bill-ready': {
      ...brand,
      firstName: 'Alexander',
      amount,
      dueDate,
      invoiceNumber: '1004423',
      card,
      link,
      withStop: true,
    },
    'bill-ready-one-reply': { ...brand, firstName: 'Alexander', amount, dueDate, card, link, withStop: true },
    'pay-question': question,
    'pay-question-again': { ...question, why: 'changed' },
    receipt: {
      ...brand,
      amount,
      date: formatDueDate('2026-11-25', language, 'record'),
      card,
      reference: '8F3K21QX',
      balance: formatMoney(money(0, 'USD'), language),
      link,
    },
    'receipt-split': {
      ...brand,
      amount,
      date: formatDueDate('2026-11-25', language, 'record'),
      card,
      reference: '8F3K21QX',
      split: `C-1 ${formatMoney(money(5000, 'USD'), language)}, C-2 ${formatMoney(money(3420, 'USD'), language)}`,
      balance: formatMoney(money(0, 'USD'), language),
      link,
    },
    'payment-declined': { ...brand, why: 'insufficient-funds', amount, card, link },
    'checking-payment': { ...brand, amount },
    'payment-did-not-arrive': { ...brand, amount },
    'already-paid': {
      ...brand,
      invoiceNumber: '1004423',
      date: formatDueDate('2026-11-25', language, 'record'),
    },
    'nothing-due': brand,
    'no-card': { ...brand, amount, link },
    'several-bills': { ...brand, count: 12, total: amount, link },
    'amount-by-link': { ...brand, link },
    'no-offer': brand,
    'offer-declined': { ...brand, link },
    balance: { ...brand, amount, count: 12, nextDue: dueDate, link },
    help: { ...brand, supportPhone: '800-555-0100' },
    'stop-confirmed': { ...brand, supportPhone: '800-555-0100' },
    'start-confirmed': brand,
    'agent-coming': brand,
    'question-received': brand,
    'card-number-removed': { ...brand, link },
    'fresh-link': { ...brand, link },
    'wrong-party-noted': brand,
    'refund-made': { ...brand, amount, card },
  };
}

/** Texts that may need a second part: they name a bill with all its terms, or several bills. */
const LONG = /^bill-ready|^receipt-split$/;

const NAMES = Object.keys(ordinary('en')) as TemplateName[];

function render<N extends TemplateName>(name: N, language: Language): string {
  return renderTemplate(name, language, ordinary(language)[name]);
}

describe.each(WRITTEN)('the texts in %s', (language) => {
  it.each(NAMES)('%s begins with the brand, is GSM-7 and fits its parts', (name) => {
    const text = render(name, language);
    const { encoding, parts } = countSegments(text);
    expect(text.startsWith('Tri-County Water: ')).toBe(true);
    expect(encoding).toBe('GSM-7');
    expect(parts, text).toBeLessThanOrEqual(language === 'en' && !LONG.test(name) ? 1 : 2);
  });

  it.each(NAMES)('%s ends with its link, where it has one', (name) => {
    const text = render(name, language);
    if (text.includes('https://')) expect(text).toMatch(/https:\S+$/);
    expect(text).not.toMatch(/undefined|null|NaN|\[object/);
    // The words that no text of ours uses.
    expect(text).not.toMatch(/!|invalid|something went wrong|please|por favor/i);
  });

  it('mends every kind of decline in a text of its own', () => {
    const kinds = [
      'insufficient-funds',
      'try-later',
      'card-refused',
      'card-expired',
      'card-data',
      'duplicate',
      'fraud',
      'not-found',
      'never-arrived',
      'configuration',
    ] as const;
    const texts = kinds.map((why) => {
      const text = renderTemplate('payment-declined', language, {
        ...ordinary(language)['payment-declined'],
        amount: formatMoney(money(8_420, 'USD'), language),
        card: 'Visa ..4242',
        why,
      });
      expect(countSegments(text), text).toMatchObject({
        encoding: 'GSM-7',
        parts: language === 'en' ? 1 : expect.any(Number),
      });
      expect(text).toMatch(/https:\S+$/);
      return text;
    });
    expect(new Set(texts).size).toBe(kinds.length);
  });
});

describe('renderTemplate', () => {
  it('states amount, bill, card and code in the question that money hangs on', () => {
    expect(render('pay-question', 'en')).toBe(
      'Tri-County Water: Pay $1,284.20 for bill 1004423 with Mastercard ..4444? ' +
        'Reply YES 73 within 10 minutes. Nothing is charged before that.',
    );
  });

  it('offers PAY only where a card is there to be charged', () => {
    const { card: _none, ...withoutCard } = ordinary('en')['bill-ready'];
    expect(renderTemplate('bill-ready', 'en', withoutCard)).not.toContain('PAY');
    expect(render('bill-ready', 'en')).toContain('Reply PAY to pay with Mastercard ..4444');
  });

  it('puts a bill without number and stop line into one part', () => {
    const { invoiceNumber: _none, ...vars } = ordinary('en')['bill-ready'];
    const text = renderTemplate('bill-ready', 'en', { ...vars, withStop: false });
    expect(countSegments(text).parts).toBe(1);
  });

  it('says HELP and STOP as the carriers ask: brand, a person to call, rates, the way out, no offer', () => {
    for (const words of ['800-555-0100', 'Msg & data rates may apply', 'STOP']) {
      expect(render('help', 'en')).toContain(words);
    }
    expect(render('stop-confirmed', 'en')).toContain('no more texts');
    expect(render('stop-confirmed', 'en')).not.toMatch(/PAY|bill|https:/);
  });

  it('spells its own Spanish words in GSM letters and leaves names as they are', () => {
    const vars = { ...ordinary('es')['bill-ready'], firstName: 'Verónica' };
    expect(renderTemplate('bill-ready', 'es', vars)).toContain('Verónica, ');
    expect(render('no-card', 'es')).toContain('Pague aqui: ');
    expect(render('pay-question', 'es')).toContain('¿Pagar ');
  });

  it('writes in English where a language has no texts yet', () => {
    expect(render('nothing-due', 'sv')).toBe(render('nothing-due', 'en'));
  });

  it('keeps any name on one line', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (firstName) => {
        const text = renderTemplate('bill-ready', 'en', { ...ordinary('en')['bill-ready'], firstName });
        expect(text).not.toMatch(/[\n\r\t]/);
        expect(text.startsWith('Tri-County Water: ')).toBe(true);
      }),
    );
  });
});
