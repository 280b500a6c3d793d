import { describe, expect, it } from 'vitest';
import { ACCOUNT_NUMBERS } from './account-numbers.ts';
import { CHART } from './chart.ts';
import { writeSieEntry } from './write-sie-entry.ts';
import { writeSieHead } from './write-sie-head.ts';

describe('a SIE file', () => {
  it('begins with what it is, for whom, and every account of the chart under a number of its own', () => {
    const head = writeSieHead('Åkes "El" AB', 'SEK', '2026-11-22');
    expect(head.split('\r\n').slice(0, 7)).toEqual([
      '#FLAGGA 0',
      '#PROGRAM "Kvitt" 1',
      '#FORMAT PC8',
      '#GEN 20261122',
      '#SIETYP 4',
      '#FNAMN "Akes \\"El\\" AB"',
      '#VALUTA SEK',
    ]);
    expect(head.match(/#KONTO/g)).toHaveLength(Object.keys(CHART).length);
    expect(new Set(Object.values(ACCOUNT_NUMBERS)).size).toBe(Object.keys(CHART).length);
  });

  it('has an entry with its lines, to the cent', () => {
    const entry = {
      id: 'e',
      day: '2026-11-21',
      cause: 'payment-captured',
      causeId: 'p',
      currency: 'SEK' as const,
      lines: [
        { account: 'processor' as const, minor: 8420, bill: null },
        { account: 'receivable' as const, minor: -8415, bill: 'C-1' },
        { account: 'receivable' as const, minor: -5, bill: 'C-2' },
      ],
    };
    expect(writeSieEntry(entry, 7).split('\r\n')).toEqual([
      '#VER K 7 20261121 "payment-captured p"',
      '{',
      '  #TRANS 1580 {} 84.20 20261121 ""',
      '  #TRANS 1510 {} -84.15 20261121 "C-1"',
      '  #TRANS 1510 {} -0.05 20261121 "C-2"',
      '}',
      '',
    ]);
  });
});
