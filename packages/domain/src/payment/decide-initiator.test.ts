import { describe, expect, it } from 'vitest';
import { decideInitiator, type Initiator, type InitiatorFacts } from './decide-initiator.ts';

const TABLE: [string, InitiatorFacts, Initiator][] = [
  [
    'pays by text with the card on file',
    { by: 'customer', schedule: 'nothing', credential: 'stored' },
    'customer',
  ],
  [
    'pays on the page with a new card',
    { by: 'customer', schedule: 'nothing', credential: 'new' },
    'customer',
  ],
  [
    'pays early what autopay would have charged',
    { by: 'customer', schedule: 'autopay', credential: 'stored' },
    'customer',
  ],
  [
    'pays an instalment by hand',
    { by: 'customer', schedule: 'instalment', credential: 'stored' },
    'customer',
  ],
  [
    'sets autopay up with a new card',
    { by: 'customer', schedule: 'autopay', credential: 'new' },
    'recurring-first',
  ],
  [
    'sets a plan up with a new card',
    { by: 'customer', schedule: 'instalment', credential: 'new' },
    'installment-first',
  ],
  ['is charged on the due date', { by: 'us', schedule: 'autopay', credential: 'stored' }, 'recurring'],
  ['is charged an instalment', { by: 'us', schedule: 'instalment', credential: 'stored' }, 'installment'],
  [
    'is charged what no schedule names',
    { by: 'us', schedule: 'nothing', credential: 'stored' },
    'unscheduled',
  ],
];

describe('decideInitiator', () => {
  it.each(TABLE)('a customer who %s', (_, facts, initiator) => {
    expect(decideInitiator(facts)).toBe(initiator);
  });

  it('never flags a stored card of a customer who is there as ours', () => {
    for (const schedule of ['autopay', 'instalment', 'nothing'] as const) {
      expect(decideInitiator({ by: 'customer', schedule, credential: 'stored' })).toBe('customer');
    }
  });
});
