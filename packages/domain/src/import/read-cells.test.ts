import { describe, expect, it } from 'vitest';
import { readLanguage } from './read-language.ts';
import { isPhoneCountry, type PhoneCountry, readPhone } from './read-phone.ts';
import { readText } from './read-text.ts';
import { readTimeZone } from './read-time-zone.ts';

describe('readPhone', () => {
  it.each<[string, PhoneCountry, string, string]>([
    ['(212) 555-0100', 'US', '+12125550100', 'unknown'],
    ['212.555.0100', 'US', '+12125550100', 'unknown'],
    ['+1 212 555 0100', 'SE', '+12125550100', 'unknown'],
    ['070-174 06 05', 'SE', '+46701740605', 'mobile'],
    ['08-465 004 00', 'SE', '+46846500400', 'landline'],
    ['0171 3920005', 'DE', '+491713920005', 'mobile'],
  ])('reads %j of %s as %s, %s', (text, country, e164, lineType) => {
    expect(readPhone(text, country)).toEqual({ kind: 'read', value: { e164, lineType } });
  });

  it.each([
    ['555-0100', 'a number without its area'],
    ['212-555-0100 ext. 5', 'a desk behind a switchboard'],
    ['212-555-0100 x5', 'a desk behind a switchboard'],
    ['+12125550100999', 'more digits than the country has'],
    ['call 212-555-0100', 'a sentence with a number in it'],
    ['n/a', 'no number'],
    ['+999123456789', 'a country that there is not'],
  ])('refuses %j, %s', (text) => {
    expect(readPhone(text, 'US')).toMatchObject({ kind: 'misread', code: 'NOT_A_PHONE' });
  });

  it.each([
    ['US', true],
    ['SE', true],
    ['us', false],
    ['XX', false],
    ['', false],
  ])('knows whether %j is a country of phones: %s', (code, isCountry) => {
    expect(isPhoneCountry(code)).toBe(isCountry);
  });
});

describe('readTimeZone', () => {
  it.each(['America/New_York', 'Europe/Stockholm', 'Pacific/Kiritimati', 'America/Port-au-Prince', 'UTC'])(
    'reads %s, and reads it again the same',
    (zone) => {
      expect(readTimeZone(zone)).toEqual({ kind: 'read', value: zone });
      expect(readTimeZone(zone)).toEqual({ kind: 'read', value: zone });
    },
  );

  it.each([
    '+01:00',
    '-0500',
    'Eastern',
    'Mars/Olympus',
    'america/chicago',
    'America/New York',
    '',
    '../UTC',
  ])('refuses %j, and refuses it again', (text) => {
    expect(readTimeZone(text)).toMatchObject({ kind: 'misread', code: 'TIME_ZONE_UNKNOWN' });
    expect(readTimeZone(text)).toMatchObject({ kind: 'misread', code: 'TIME_ZONE_UNKNOWN' });
  });
});

describe('readLanguage', () => {
  it.each([
    ['en', 'en'],
    ['EN-us', 'en'],
    ['es_MX', 'es'],
    ['sv', 'sv'],
    ['no', 'nb'],
    ['nn-NO', 'nb'],
    ['nb', 'nb'],
    ['de-AT', 'de'],
  ])('reads %s as %s', (text, language) => {
    expect(readLanguage(text)).toEqual({ kind: 'read', value: language });
  });

  it.each(['fr', 'english', '', '-en'])('refuses %j and names the languages there are', (text) => {
    expect(readLanguage(text)).toEqual({
      kind: 'misread',
      code: 'LANGUAGE_UNKNOWN',
      expected: 'en, es, de, sv, nb',
    });
  });
});

describe('readText', () => {
  it.each([
    ['Water, March', 'Water, March'],
    ['  Water\r\n\tMarch  ', 'Water March'],
    ['Wa\u00A0ter', 'Wa ter'],
    ['=1+1', '=1+1'],
    ['Sofía', 'Sofía'],
  ])('reads %j as one line: %j', (text, line) => {
    expect(readText(text, 20)).toEqual({ kind: 'read', value: line });
  });

  it('counts what is kept, not the blanks around it, and cuts nothing off', () => {
    expect(readText(`  ${'a'.repeat(20)}  `, 20)).toEqual({ kind: 'read', value: 'a'.repeat(20) });
    expect(readText('a'.repeat(21), 20)).toEqual({ kind: 'misread', code: 'TOO_LONG', expected: '20' });
  });
});
