import { describe, expect, it } from 'vitest';
import { readWording, writeWording } from '../../kit/wording-pieces.ts';
import { offerPieces } from './offer-pieces.ts';

const wording =
  'You owe {amount}{link, select, none {.} other {. See it: {card, select, none {} other {x}}}}';
const offer = (key: string, kind: Parameters<typeof offerPieces>[1], path = '') =>
  writeWording(offerPieces(key, kind, readWording(wording) ?? [], path));

describe('what a button puts in', () => {
  it('is the value where it is always there', () => {
    expect(offer('amount', 'words')).toBe('{amount}');
    expect(offer('days', 'count')).toBe('{days}');
  });

  it('asks first for what may be missing', () => {
    expect(offer('card', 'optional')).toBe('{card, select, none {} other { {card}}}');
    expect(offer('link', 'optional', '2.0')).toBe('{link, select, none {} other { {link}}}');
  });

  it('is the value alone where the passage is said only if it is there', () => {
    expect(offer('link', 'optional', '2.1')).toBe('{link}');
    expect(offer('link', 'optional', '2.1.1.1')).toBe('{link}');
  });

  it('gives each case its own words', () => {
    expect(offer('hasAutopay', 'flag')).toBe('{hasAutopay, select, yes {} other {}}');
    expect(offer('when', ['in-days', 'today'])).toBe('{when, select, in_days {} today {} other {}}');
  });
});
