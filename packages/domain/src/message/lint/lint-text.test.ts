import { describe, expect, it } from 'vitest';
import { LANGUAGES } from '../../locale/language.ts';
import { WORDINGS } from '../templates/render-template.ts';
import { TEMPLATE_NAMES, type TemplateName } from '../templates/template-vars.ts';
import type { LintCode } from './lint-finding.ts';
import { lintText } from './lint-text.ts';

const STOP = '{withStop, select, yes {Reply STOP to opt out.} other {}}';
const SEE = '{link, select, none {} other {See it: {link}}}';
const FEE = '{lateFee, select, none {No late fee.} other {Then a fee of {lateFee}.}}';
const GOOD = `{firstName}, {amount} is due {dueDate}. ${FEE} ${STOP} ${SEE}`;

function codes(wording: string, name: TemplateName = 'due-tomorrow', maxParts?: number): LintCode[] {
  const order = { name, language: 'en' as const, wording };
  return lintText(maxParts === undefined ? order : { ...order, maxParts }).map(({ code }) => code);
}

describe.each(LANGUAGES)('our own wordings in %s', (language) => {
  it.each(TEMPLATE_NAMES)('%s would save', (name) => {
    expect(lintText({ name, language, wording: WORDINGS[language][name] })).toEqual([]);
  });
});

describe('lintText', () => {
  it('lets a wording of one’s own be saved that says all it must', () => {
    expect(codes(GOOD)).toEqual([]);
  });

  it.each(['firstName', 'amount', 'dueDate'])('refuses a reminder without its {%s}', (variable) => {
    const findings = lintText({
      name: 'due-tomorrow',
      language: 'en',
      wording: GOOD.replace(`{${variable}}`, 'it'),
    });
    expect(findings.map(({ code }) => code)).toContain('MISSING_PART');
    expect(findings[0]?.detail).toContain(`{${variable}}`);
  });

  it('refuses a reminder without its terms', () => {
    expect(codes(GOOD.replace(FEE, ''))).toEqual(['MISSING_PART']);
  });

  it('refuses a part that is there in one branch only', () => {
    const card = '{card, select, none {} other {Pay {amount} with {card}.}}';
    expect(codes(GOOD.replace('{amount}', card))).toEqual(['MISSING_PART']);
  });

  it.each<[LintCode, string, TemplateName]>([
    ['UNREADABLE', '', 'due-tomorrow'],
    ['UNREADABLE', `${GOOD} {`, 'due-tomorrow'],
    ['UNREADABLE', GOOD.replace('{firstName}', '{firstName'), 'due-tomorrow'],
    ['UNREADABLE', '{card, select, none {}}', 'due-tomorrow'],
    ['UNKNOWN_VARIABLE', GOOD.replace('{firstName}', '{constructor} {firstName}'), 'due-tomorrow'],
    ['UNKNOWN_VARIABLE', `{brand}: ${GOOD}`, 'due-tomorrow'],
    ['NOT_SUPPORTED', GOOD.replace('{amount}', '{amount, number}'), 'due-tomorrow'],
    ['NOT_SUPPORTED', GOOD.replace('{amount}', '{amount, plural, other {#}}'), 'due-tomorrow'],
    ['NOT_SUPPORTED', GOOD.replace('select, none {No', 'select, never {} none {No'), 'due-tomorrow'],
    ['UNGUARDED', GOOD.replace('{amount}', '{amount} {card}'), 'due-tomorrow'],
    ['UNGUARDED', GOOD.replace(SEE, 'See it: {link}'), 'due-tomorrow'],
    ['OPT_OUT_MISSING', GOOD.replace(STOP, ''), 'due-tomorrow'],
    ['OPT_OUT_MISSING', '{news} {link, select, none {} other {{link}}}', 'news'],
    ['LINK_NOT_LAST', GOOD.replace('{link}}}', '{link} today}}'), 'due-tomorrow'],
    ['MIXED_CONTENT', GOOD.replace('{amount}', 'Get 10% off. {amount}'), 'due-tomorrow'],
    ['PUBLIC_SHORTENER', GOOD.replace('{amount}', 'https://bit.ly/x {amount}'), 'due-tomorrow'],
    ['FOREIGN_LINK', GOOD.replace('{amount}', 'https://acme.example/x {amount}'), 'due-tomorrow'],
    ['PHISHING_LIKENESS', GOOD.replace('{amount}', 'Urgent: {amount}'), 'due-tomorrow'],
    ['THREAT', GOOD.replace('{amount}', 'It harms your credit score: {amount}'), 'due-tomorrow'],
    ['RAISED_VOICE', GOOD.replace('{amount}', 'Hello! {amount}'), 'due-tomorrow'],
  ])('refuses with %s: %s', (code, wording, name) => {
    expect(codes(wording, name)).toContain(code);
  });

  it('says where it is', () => {
    const wording = `{firstName}, sale. {amount} {due} {dueDate}. ${FEE} ${STOP} ${SEE}`;
    const found = lintText({ name: 'due-tomorrow', language: 'en', wording });
    expect(found.map(({ code, at, length }) => [code, wording.slice(at, at + length)])).toEqual([
      ['MIXED_CONTENT', 'sale'],
      ['UNKNOWN_VARIABLE', '{due}'],
    ]);
  });

  it('refuses what is too long with long values, and names the letters that make it so', () => {
    expect(codes(GOOD, 'due-tomorrow', 1)).toEqual(['TOO_LONG']);
    expect(codes(GOOD, 'due-tomorrow', 2)).toEqual([]);
    const dear = {
      name: 'due-tomorrow',
      language: 'en',
      wording: GOOD.replace('due', 'dūe'),
      maxParts: 2,
    } as const;
    expect(lintText(dear)).toMatchObject([{ code: 'TOO_LONG', detail: expect.stringContaining('‘ū’') }]);
  });

  it('lets advertising advertise', () => {
    expect(
      codes('{news} A sale. Reply STOP to opt out. {link, select, none {} other {{link}}}', 'news'),
    ).toEqual([]);
  });
});
