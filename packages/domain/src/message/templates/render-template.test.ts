import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LANGUAGES, type Language } from '../../locale/language.ts';
import { countSegments } from '../count-segments.ts';
import { renderTemplate } from './render-template.ts';
import { sampleVars } from './sample-vars.ts';
import { TEMPLATE_KINDS, TEMPLATE_NAMES, type TemplateName, type TemplateVars } from './template-vars.ts';

/** These say so much that the customer has a right to hear that they may take three parts, every option in them. */
const LONG: readonly TemplateName[] = ['overdue', 'overdue-again', 'overdue-last'];

function render<N extends TemplateName>(name: N, language: Language): string[] {
  return sampleVars(name, language).map((vars) => renderTemplate(name, language, vars));
}

/** The values of one sample; of the first, where there are several. */
function one<N extends TemplateName>(name: N, language: Language): TemplateVars<N> {
  const [vars] = sampleVars(name, language);
  if (!vars) throw new Error(`no values for ${name}`);
  return vars;
}

describe.each(LANGUAGES)('the texts in %s', (language) => {
  it.each(TEMPLATE_NAMES)('%s begins with the brand, is GSM-7 and fits its parts', (name) => {
    for (const text of render(name, language)) {
      const { encoding, parts } = countSegments(text);
      expect(text).toMatch(/^Tri-County Water: \S/);
      expect(encoding, text).toBe('GSM-7');
      expect(parts, text).toBeLessThanOrEqual(LONG.includes(name) ? 3 : 2);
    }
  });

  it.each(TEMPLATE_NAMES)('%s ends with its link, blames nobody and raises no voice', (name) => {
    for (const text of render(name, language)) {
      if (text.includes('https://')) expect(text).toMatch(/https:\S+$/);
      if (TEMPLATE_KINDS[name].vars.link) expect(text).toContain('https://');
      expect(text).not.toMatch(/undefined|null|NaN|\[object|[{}]|\bnone\b/);
      expect(text).not.toMatch(
        /!|invalid|something went wrong|please|por favor|\bbitte\b|vänligen|vennligst/i,
      );
    }
  });

  it.each(TEMPLATE_NAMES)('%s says all that its wordings must say', (name) => {
    const vars = one(name, language) as Record<string, unknown>;
    const [text = ''] = render(name, language);
    for (const need of TEMPLATE_KINDS[name].needs) {
      const value = vars[need];
      if (typeof value === 'string' && typeof TEMPLATE_KINDS[name].vars[need] === 'string') {
        expect(text.includes(plain(value)), `${need} in ${text}`).toBe(true);
      }
    }
  });

  it.each(TEMPLATE_NAMES.filter((name) => mustLetOptOut(name)))('%s says how to opt out', (name) => {
    for (const text of render(name, language)) expect(text).toMatch(/\bSTOPP?\b/);
  });

  it.each(TEMPLATE_NAMES)('%s can do without whatever may be missing', (name) => {
    const vars = { ...one(name, language) } as Record<string, unknown>;
    for (const [variable, kind] of Object.entries(TEMPLATE_KINDS[name].vars)) {
      if (kind === 'optional') delete vars[variable];
      if (kind === 'flag') vars[variable] = false;
    }
    const text = renderTemplate(name, language, vars as TemplateVars<typeof name>);
    expect(text).not.toMatch(/undefined|\bnone\b|: *$| {2}|\.\.$|\s[.,:](?!\.)/);
    expect(text).toMatch(/[.?)]$|https:\S+$/);
  });

  it('has a text of its own for every choice', () => {
    for (const name of TEMPLATE_NAMES) {
      const texts = render(name, language);
      expect(new Set(texts).size, name).toBe(texts.length);
    }
  });
});

/** Rules on the way out: always where something is late, sold or asked for, by the sender's word in an info. */
function mustLetOptOut(name: TemplateName): boolean {
  const { category, vars } = TEMPLATE_KINDS[name];
  return ['past_due', 'marketing', 'optin'].includes(category) || 'withStop' in vars;
}

function plain(value: string): string {
  return value.replace(/[\u00A0\u202F]/g, ' ').replace(/\.$/, '');
}

describe('renderTemplate', () => {
  it.each(LANGUAGES.filter((language) => language !== 'en'))('writes every text in %s', (language) => {
    for (const name of TEMPLATE_NAMES) expect(render(name, language), name).not.toEqual(render(name, 'en'));
  });

  it('states amount, bill, card and code in the question that money hangs on', () => {
    expect(render('pay-question', 'en')).toEqual([
      'Tri-County Water: Pay $1,284.20 for bill 1004423 with Mastercard ..4444? ' +
        'Reply YES 73 within 10 minutes. Nothing is charged before that.',
    ]);
  });

  it('offers PAY only where a card is there to be charged', () => {
    const { card: _none, ...withoutCard } = one('bill-ready', 'en');
    expect(renderTemplate('bill-ready', 'en', withoutCard)).not.toContain('PAY');
    expect(render('bill-ready', 'en')[0]).toContain('Reply PAY to pay with Mastercard ..4444');
  });

  it('says HELP and STOP as the carriers ask: brand, a person to call, rates, the way out, no offer', () => {
    for (const words of ['800-555-0100', 'Msg & data rates may apply', 'STOP']) {
      expect(render('help', 'en')[0]).toContain(words);
    }
    expect(render('stop-confirmed', 'en')[0]).toContain('no more texts');
    expect(render('stop-confirmed', 'en')[0]).not.toMatch(/PAY|bill|https:/);
  });

  it('names a fee or an interruption only where there is one', () => {
    const { lateFee: _fee, feeOn: _day, interruptionOn: _off, ...vars } = one('overdue', 'en');
    expect(renderTemplate('overdue', 'en', vars)).not.toMatch(/fee|interrupted/);
  });

  it.each([
    ['in-days', 12, 'comes in 12 days.'],
    ['in-days', 1, 'comes in 1 day.'],
    ['tomorrow', 0, 'comes tomorrow.'],
    ['today', 0, 'comes today.'],
    ['unknown', 0, 'We will text you when the next one is ready.'],
  ] as const)('welcomes with the next statement %s (%i)', (when, days, words) => {
    expect(renderTemplate('welcome', 'en', { ...one('welcome', 'en'), when, days })).toContain(words);
  });

  it('spells its own Spanish words in GSM letters where that makes a GSM text, and names never', () => {
    const vars = { ...one('due-in-days', 'es'), firstName: 'Ana', dueDate: 'sáb 5 de dic' };
    expect(renderTemplate('due-in-days', 'es', vars)).toMatch(/Ana, en 12 dias, el sab 5 de dic, /);
    const named = renderTemplate('due-in-days', 'es', { ...vars, firstName: 'Verónica' });
    expect(named).toMatch(/Verónica, en 12 días, el sáb 5 de dic, /);
    expect(render('no-card', 'es')[0]).toContain('Pague aqui: ');
    expect(render('pay-question', 'es')[0]).toContain('¿Pagar ');
  });

  it('ends a sentence once where a date or a brand has a point of its own', () => {
    const vars = { ...one('already-paid', 'de'), brand: 'Acme', date: 'Fr., 27. Nov.' };
    expect(
      renderTemplate('due-date-moved', 'sv', { brand: 'Acme', amount: '5 kr', dueDate: 'fre 27 nov.' }),
    ).toBe('Acme: Din faktura på 5 kr förfaller nu fre 27 nov.');
    expect(renderTemplate('already-paid', 'de', vars)).toContain('27. Nov. bezahlt.');
    expect(render('refund-made', 'en')[0]).toContain('Mastercard ..4444. Your');
  });

  it('takes words of ICU in a value for plain words', () => {
    const vars = { ...one('bill-ready', 'en'), firstName: "{amount} <b>'{x" };
    expect(renderTemplate('bill-ready', 'en', vars)).toContain("{amount} <b>'{x, your bill");
  });

  it('keeps any name on one line', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (firstName) => {
        const text = renderTemplate('bill-ready', 'en', { ...one('bill-ready', 'en'), firstName });
        expect(text).not.toMatch(/[\n\r\t]/);
        expect(text.startsWith('Tri-County Water: ')).toBe(true);
      }),
    );
  });
});
