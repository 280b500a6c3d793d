import { describe, expect, it } from 'vitest';
import { countryOf, type PartPrices } from './price-of-part.ts';
import { tallyCost } from './tally-cost.ts';

const PRICES: PartPrices = {
  source: 'a test',
  byCountry: { US: { rateMicros: 5_000, networkFeeMicros: 3_000 } },
  other: { rateMicros: 50_000, networkFeeMicros: 0 },
};

const write = (firstName: string) => `${firstName}, ${'x'.repeat(100)}`;

describe('tallyCost', () => {
  it('adds up parts and price by country, network fees with them', () => {
    const tally = tallyCost(PRICES);
    tally.add({ e164: '+14155550100', firstName: 'Ann' }, write);
    tally.add({ e164: '+4915112345678', firstName: 'Ann' }, write);
    expect(tally.total()).toMatchObject({
      recipients: 2,
      byParts: { 1: 2 },
      parts: 2,
      micros: 58_000,
      byCountry: { US: { recipients: 1, micros: 8_000 }, DE: { recipients: 1, micros: 50_000 } },
    });
  });

  it('names who makes it longer, because of which letters, and what plain letters would save', () => {
    const tally = tallyCost(PRICES);
    for (const firstName of ['Ann', 'Zoë', 'Zoë', 'Müller'])
      tally.add({ e164: '+14155550100', firstName }, write);
    const { names, parts, spelt, longest, byParts } = tally.total();
    expect(names).toEqual([{ name: 'Zoë', letters: ['ë'], parts: 2, partsSpelt: 1, recipients: 2 }]);
    expect({ parts, spelt: spelt.parts, saved: spelt.micros }).toEqual({ parts: 6, spelt: 4, saved: 32_000 });
    expect(byParts).toEqual({ 1: 2, 2: 2 });
    expect(longest).toMatchObject({ parts: 2, text: expect.stringContaining('Zoë') });
  });

  it('remembers a bounded number of names, and still counts everybody', () => {
    const tally = tallyCost(PRICES);
    for (let at = 0; at < 3_000; at++) tally.add({ e164: '+14155550100', firstName: `Zoë${at}` }, write);
    expect(tally.total().names.length).toBe(2_000);
    expect(tally.total().recipients).toBe(3_000);
  });
});

describe('countryOf', () => {
  it.each([
    ['+14155550100', 'US'],
    ['4670123456', 'SE'],
    ['+85212345678', 'other'],
  ])('prices %s in %s', (e164, country) => {
    expect(countryOf(e164)).toBe(country);
  });
});
