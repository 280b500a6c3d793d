import { describe, expect, it } from 'vitest';
import { type CustomerRules, readCustomerRow } from './read-customer-row.ts';
import { compileDateFormat } from './read-date.ts';
import { readPhone } from './read-phone.ts';
import { readText } from './read-text.ts';
import { readTimeZone } from './read-time-zone.ts';

const dateFormat = compileDateFormat('YYYY-MM-DD');
if (!dateFormat) throw new Error('no format');
const rules: CustomerRules = { dateFormat, phoneCountry: 'US', today: '2026-11-21' };
const names = { number: '0187-ERLSR', firstName: 'Sofía', lastName: 'Usman' };

describe('readCustomerRow', () => {
  it('reads every cell and leaves open what the row says nothing about', () => {
    const { row, problems } = readCustomerRow(
      { ...names, phone: '(212) 555-0100', timeZone: 'America/New_York', language: 'en-US', postalCode: ' ' },
      rules,
    );
    expect(problems).toEqual([]);
    expect(row).toEqual({
      ...names,
      phone: { e164: '+12125550100', lineType: 'unknown' },
      postalCode: undefined,
      region: undefined,
      timeZone: 'America/New_York',
      language: 'en',
      dateOfBirth: undefined,
      consentService: undefined,
      consentPastDue: undefined,
      nextStatementOn: undefined,
    });
  });

  it('tells everything that is wrong with a row at once', () => {
    const { problems } = readCustomerRow(
      {
        number: '',
        firstName: 'x'.repeat(101),
        lastName: ' ',
        phone: '12',
        timeZone: 'EST time',
        language: 'fr',
        dateOfBirth: '2027-01-01',
      },
      rules,
    );
    expect(problems.map(({ field, code }) => `${field} ${code}`)).toEqual([
      'number EMPTY',
      'firstName TOO_LONG',
      'lastName EMPTY',
      'phone NOT_A_PHONE',
      'timeZone TIME_ZONE_UNKNOWN',
      'language LANGUAGE_UNKNOWN',
      'dateOfBirth DATE_OUT_OF_RANGE',
    ]);
  });

  it.each([
    ['no', 'nb'],
    ['nb-NO', 'nb'],
    ['SV_SE', 'sv'],
  ])('reads the language %s as %s', (tag, language) => {
    expect(readCustomerRow({ ...names, language: tag }, rules).row.language).toBe(language);
  });
});

describe('readPhone', () => {
  it.each([
    ['+12125550100', 'US', '+12125550100', 'unknown'],
    ['212-555-0100', 'US', '+12125550100', 'unknown'],
    ['070-174 06 05', 'SE', '+46701740605', 'mobile'],
    ['08-123 456 78', 'SE', '+46812345678', 'landline'],
    ['00 46 70 174 06 05', 'SE', '+46701740605', 'mobile'],
  ] as const)('reads %s in %s', (text, country, e164, lineType) => {
    expect(readPhone(text, country)).toEqual({ kind: 'read', value: { e164, lineType } });
  });

  it.each(['2.12556E+10', '555-0100', '+1212555010000', 'call 212-555-0100', '212-555-0100 x12', '=A1'])(
    'refuses %s',
    (text) => {
      expect(readPhone(text, 'US')).toMatchObject({ code: 'NOT_A_PHONE' });
    },
  );
});

describe('readTimeZone', () => {
  it.each(['Europe/Oslo', 'America/Argentina/Ushuaia', 'UTC'])('reads %s', (text) => {
    expect(readTimeZone(text)).toEqual({ kind: 'read', value: text });
  });

  it.each(['+01:00', '-05', 'europe/oslo', 'Europe/Atlantis', ''])('refuses %j', (text) => {
    expect(readTimeZone(text)).toMatchObject({ code: 'TIME_ZONE_UNKNOWN' });
  });
});

describe('readText', () => {
  it('folds line breaks and keeps what looks like a formula', () => {
    expect(readText('=SUM(A1)\r\n  and  more ', 100)).toEqual({ kind: 'read', value: '=SUM(A1) and more' });
  });
});
