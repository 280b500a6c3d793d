import { describe, expect, it } from 'vitest';
import { agreedBeforeStop } from './agreed-before-stop.ts';
import type { ConsentFact } from './fold-consent.ts';

const service = { act: 'granted', purpose: 'service', channel: 'web' } as const;
const late = { act: 'granted', purpose: 'past-due', channel: 'web' } as const;
const stop = { act: 'revoked', purpose: 'all', channel: 'text' } as const;
const start = { act: 'restored', purpose: 'service', channel: 'text' } as const;
const lateRevoked = { act: 'revoked', purpose: 'past-due', channel: 'oral' } as const;

describe('agreedBeforeStop', () => {
  it.each<[string, ConsentFact[], object]>([
    [
      'gives what stood when the STOP came',
      [service, late, stop],
      { service: 'express', 'past-due': 'express' },
    ],
    ['gives nothing that was never agreed to', [service, stop], { service: 'express' }],
    ['gives nothing where no STOP is in force', [service, late, stop, start], {}],
    [
      'is not misled by a second STOP',
      [service, late, stop, stop],
      { service: 'express', 'past-due': 'express' },
    ],
    [
      'knows the STOP that counts, which is the last one in force',
      [service, late, stop, start, stop],
      { service: 'confirmed', 'past-due': 'revoked' },
    ],
    [
      'leaves out a purpose that was given up by itself before',
      [service, late, lateRevoked, stop],
      { service: 'express', 'past-due': 'revoked' },
    ],
    [
      'leaves out a purpose that was given up by itself since',
      [service, late, stop, lateRevoked],
      { service: 'express', 'past-due': 'revoked' },
    ],
    ['gives nothing of a phone that nobody knows', [], {}],
  ])('%s', (_, facts, standing) => {
    const { service, 'past-due': late } = agreedBeforeStop(facts);
    expect({ ...(service && { service }), ...(late && { 'past-due': late }) }).toEqual(standing);
  });
});
