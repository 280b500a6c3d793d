import type { BillDocument, ReceiptDocument, StatementDocument } from '@kvitt/domain/document/documents';
import { priceLines } from '@kvitt/domain/invoice/price-lines';
import { LANGUAGES } from '@kvitt/domain/locale/language';
import { describe, expect, it } from 'vitest';
import { writeBillPdf } from './write-bill-pdf.ts';
import { writeReceiptPdf } from './write-receipt-pdf.ts';
import { writeStatementPdf } from './write-statement-pdf.ts';

const AT = new Date('2026-11-22T10:00:00Z');

const biller = { name: 'Åström & Søn', accent: '#ffe100', supportPhone: '800-555-0100', supportEmail: null };
const item = { description: 'Energy', quantityMilli: 412_000, unitMilli: 12_340, taxRateMilli: 8_875 };

function bill(change: Partial<BillDocument> = {}): BillDocument {
  const { lines, totalMinor } = priceLines([item]);
  return {
    biller,
    language: 'en',
    currency: 'USD',
    number: '10442',
    replaces: '10441',
    customerName: 'Zoë Ñandú',
    accountNumber: 'A-1',
    description: 'Electricity',
    issuedOn: '2026-11-20',
    dueOn: '2026-12-10',
    totalMinor,
    dueMinor: totalMinor,
    discountUntil: '2026-11-30',
    lines,
    changes: [{ on: '2026-11-20', kind: 'early-discount', minor: -100 }],
    ...change,
  };
}

const receipt: ReceiptDocument = {
  biller,
  language: 'en',
  currency: 'USD',
  reference: '8F3K21',
  amountMinor: 8_420,
  paidAt: AT,
  timeZone: 'America/New_York',
  card: 'Visa ··4242',
  customerName: 'Zoë Ñandú',
  accountNumber: 'A-1',
  bills: [{ number: '10442', amountMinor: 8_420, remainingMinor: 0 }],
  feeMinor: 210,
  givenBackMinor: 0,
};

const statement: StatementDocument = {
  biller,
  language: 'en',
  customerName: 'Zoë Ñandú',
  accountNumber: 'A-1',
  statement: {
    currency: 'USD',
    from: '2026-01-01',
    to: '2026-11-22',
    openingMinor: 0,
    rows: [
      { day: '2026-11-20', words: 'Bill 10442', minor: 8_420, balanceMinor: 8_420 },
      { day: '2026-11-21', words: 'Payment for bill 10442', minor: -8_920, balanceMinor: -500 },
    ],
    closingMinor: -500,
  },
};

const pagesOf = (pdf: Buffer) => pdf.toString('latin1').match(/\/Type \/Page\b/g)?.length ?? 0;

describe.each(LANGUAGES)('papers in %s', (language) => {
  it.each([
    ['a bill', () => writeBillPdf(bill({ language }), AT)],
    ['a receipt', () => writeReceiptPdf({ ...receipt, language }, AT)],
    ['a statement', () => writeStatementPdf({ ...statement, language }, AT)],
  ])('make %s one page that names its language, its title and its structure', async (_, write) => {
    const pdf = await write();
    const text = pdf.toString('latin1');
    expect(text.slice(0, 8)).toBe('%PDF-1.7');
    expect(text).toContain(`/Lang (${language}-`);
    for (const mark of ['/StructTreeRoot', '/Marked true', '/DisplayDocTitle true', '/S /H1', '/S /TH']) {
      expect(text).toContain(mark);
    }
    expect(pagesOf(pdf)).toBe(1);
  });
});

describe('a bill', () => {
  it('goes on over as many pages as its lines need', async () => {
    const { lines } = priceLines(Array.from({ length: 120 }, () => item));
    const pdf = await writeBillPdf(bill({ lines }), AT);
    expect(pagesOf(pdf)).toBeGreaterThan(3);
  });

  it('is the same bytes for the same facts, but for the ids that a file has', async () => {
    const [one, other] = await Promise.all([writeBillPdf(bill(), AT), writeBillPdf(bill(), AT)]);
    expect(one?.length).toBe(other?.length);
  });
});
