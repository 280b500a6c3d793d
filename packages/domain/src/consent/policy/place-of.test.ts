import { describe, expect, it } from 'vitest';
import { type PlaceEvidence, placeOf } from './place-of.ts';
import { AREA_CODE_ZONES, US_STATES, US_ZONES, ZIP_ZONES } from './us-places.ts';

const ET = 'America/New_York';
const CT = 'America/Chicago';

describe('placeOf', () => {
  it.each<[string, PlaceEvidence, string[], string[]]>([
    ['a New York number', { phone: '+12125550100' }, ['US-NY'], [ET]],
    ['a number and a ZIP of the City', { phone: '+12125550100', postalCode: '11201' }, ['US-NY-NYC'], [ET]],
    ['a ZIP of the state only', { phone: '+12125550100', postalCode: '14201-1234' }, ['US-NY'], [ET]],
    [
      'a number from Florida in California',
      { phone: '+13055550100', postalCode: '94103' },
      ['US-FL', 'US-CA'],
      [ET, 'America/Los_Angeles'],
    ],
    ['the panhandle, by number and ZIP', { phone: '+18505550100', postalCode: '32501' }, ['US-FL'], [CT, ET]],
    ['a Texan number of El Paso', { phone: '+19155550100' }, ['US-TX'], ['America/Denver']],
    ['Arizona, which knows no summer time', { phone: '+16025550100' }, ['US-AZ'], ['America/Phoenix']],
    [
      'the Navajo, who know it',
      { phone: '+16025550100', postalCode: '86515' },
      ['US-AZ'],
      ['America/Phoenix', 'America/Denver'],
    ],
    ['a state by its letters', { phone: '+12125550100', region: 'ri' }, ['US-NY', 'US-RI'], [ET]],
    [
      'a number of no place',
      { phone: '+18005550100' },
      ['US-DEF'],
      [ET, CT, 'America/Denver', 'America/Los_Angeles', 'America/Anchorage', 'Pacific/Honolulu'],
    ],
    ['their own word about it', { phone: '+18005550100', timeZone: CT }, ['US-DEF'], [CT]],
    ['their own word beside a number', { phone: '+12125550100', timeZone: CT }, ['US-NY'], [ET, CT]],
    ['Puerto Rico', { phone: '+17875550100' }, ['US-PR'], ['America/Puerto_Rico']],
    [
      'a Swede, whose postal code is no ZIP',
      { phone: '+46701234567', postalCode: '11201' },
      ['SE'],
      ['Europe/Stockholm'],
    ],
    ['Norway', { phone: '+4740612345' }, ['NO'], ['Europe/Oslo']],
    ['Germany', { phone: '+4915123456789' }, ['DE'], ['Europe/Berlin']],
    ['Britain', { phone: '+447400123456' }, ['GB'], ['Europe/London']],
  ])('%s', (_, evidence, jur, zones) => {
    expect(placeOf(evidence)).toEqual({ jur, zones });
  });

  it('names a country whose law nobody looked through, for a person to decide', () => {
    expect(placeOf({ phone: '+14165550100' }).jur).toEqual(['CA']);
    expect(placeOf({ phone: '+33612345678', timeZone: 'Europe/Paris' })).toEqual({
      jur: ['FR'],
      zones: ['Europe/Paris'],
    });
  });

  it('gives every ZIP prefix and every area code to one state', () => {
    const all = Object.values(US_STATES);
    for (const place of [1, 2] as const) {
      const codes = all.flatMap((state) => state[place].split(' ')).filter((code) => code !== '');
      expect(new Set(codes).size).toBe(codes.length);
    }
    const zones = [...Object.values(ZIP_ZONES), ...Object.values(AREA_CODE_ZONES)].flatMap((each) =>
      each.split(' '),
    );
    expect(zones.every((zone) => zone in US_ZONES)).toBe(true);
  });
});
