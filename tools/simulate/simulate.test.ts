import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { catchMutant } from './catch-mutant.ts';
import { MUTANTS, type Mutant } from './mutants.ts';
import { simulateSeed } from './simulate-seed.ts';

/** Enough to meet most pairs of faults; `npm run simulate` goes through many thousands. */
const SEEDS = 500;

// Seconds of computing on an idle machine, and a busy one has all the time it needs.
vi.setConfig({ testTimeout: 300_000 });

const seeds = Array.from({ length: SEEDS }, (_, index) => index + 1);

describe('the protocol of paying and texting', () => {
  it('charges no bill twice, alone or with others, gives nothing back twice or beside a bank, posts every sale once, loses no text and sends none twice or after STOP, whatever fails', () => {
    const broken = seeds.flatMap((seed) => simulateSeed(seed).broken.map((what) => `${seed}: ${what}`));
    expect(broken).toEqual([]);
  });

  it('is simulated the same way each time, so that a bad seed can be run again', () => {
    expect(simulateSeed(7)).toEqual(simulateSeed(7));
  });

  it.each(Object.keys(MUTANTS) as Mutant[])('is not passed by one that is wrong in this: %s', (mutant) => {
    expect(catchMutant(mutant)).toBeDefined();
  });
});

describe('the model', () => {
  const paying = [
    'answer-text',
    'charge-due',
    'charge-invoice',
    'learn-sale',
    'move-autopay',
    'note-try',
    'pay-on-page',
    'read-notice',
    'reconcile',
    'record-outcome',
    'settle-unknown',
    'start-payment',
    'take-back',
  ];
  const givingBack = [
    'begin-refund',
    'decide-dispute',
    'learn-dispute',
    'note-return',
    'perform-refund',
    'record-refund',
    'record-return',
    'settle-refunds',
    'start-refund',
    'start-undo',
  ];
  const texting = [
    'change-consent',
    'look-up-texts',
    'queue-text',
    'receive-text',
    'record-delivery',
    'send-texts',
  ];

  it.each([...paying, ...givingBack, ...texting])('names the flow that it stands for: %s', (file) => {
    const text = readFileSync(path.join(import.meta.dirname, 'protocol', `${file}.ts`), 'utf8');
    const [, flow = ''] = /As (packages\/flows\/src\/\S+?\.ts)/.exec(text) ?? [];
    expect(readFileSync(path.resolve(import.meta.dirname, '../..', flow), 'utf8')).toMatch(
      /export async function/,
    );
  });
});
