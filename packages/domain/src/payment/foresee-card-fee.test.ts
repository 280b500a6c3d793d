import { expect, it } from 'vitest';
import { money } from '../money/money.ts';
import { CARD_FEE_LAWS } from './card-fee.ts';
import { foreseeCardFee } from './foresee-card-fee.ts';

const OF = { amount: money(8_420, 'USD'), brand: 'Visa', today: '2026-11-22' };
const SURCHARGE = { kind: 'surcharge', bp: 250, costBp: 250, announcedOn: '2026-10-01' } as const;

const at = (place: string, terms: Parameters<typeof foreseeCardFee>[1], of = OF) =>
  foreseeCardFee(of, terms).find((one) => one.place === place);

it('says of every place that has a rule what would be added there, or why nothing is', () => {
  const foreseen = foreseeCardFee(OF, SURCHARGE);
  expect(foreseen.map(({ place }) => place)).toEqual(CARD_FEE_LAWS.map(({ place }) => place));
  for (const { feeMinor, reason } of foreseen) expect(feeMinor === undefined).toBe(reason !== undefined);
  expect(at('US', SURCHARGE)).toMatchObject({ feeMinor: 210 });
  expect(at('US-CO', SURCHARGE)).toMatchObject({ feeMinor: 168 });
  expect(at('US-MA', SURCHARGE)).toMatchObject({ reason: 'FORBIDDEN_HERE' });
  expect(at('SE', SURCHARGE)).toMatchObject({ reason: 'FORBIDDEN_HERE' });
});

it('adds nothing anywhere while there are no terms, before the networks have been told, and in other money', () => {
  expect(at('US', null)).toMatchObject({ reason: 'OFF' });
  expect(at('US', { ...SURCHARGE, announcedOn: '2026-11-01' })).toMatchObject({ reason: 'NOT_ANNOUNCED' });
  expect(at('US', SURCHARGE, { ...OF, amount: money(8_420, 'EUR') })).toMatchObject({
    reason: 'OTHER_CURRENCY',
  });
});
