import { readThousandths, readUnitPrice } from '@kvitt/domain/import/read-amount';
import type { Reading } from '@kvitt/domain/import/reading';
import { sayProblem } from '@kvitt/domain/import/say-problem';
import { type PricedItem, priceLines } from '@kvitt/domain/invoice/price-lines';
import type { Currency } from '@kvitt/domain/money/money';
import { fromDecimal } from '@kvitt/domain/money/to-decimal';
import { z } from 'zod';

/** A bill as it was written down, read and added up. */
export interface NewBill {
  number: string;
  description: string | undefined;
  dueOn: string | undefined;
  totalMinor: number;
  lines: PricedItem[];
}

/** What is wrong with it, and where: a JSON pointer. */
export interface NewBillProblem {
  pointer: string;
  message: string;
}

const words = (most: number) =>
  z.string().trim().min(1, 'is empty').max(most, `has more than ${most} characters`);

const SHAPE = z.strictObject({
  number: words(64),
  description: words(200).optional(),
  dueOn: z.iso.date('is not a day written as 2026-11-30').optional(),
  total: z.string().optional(),
  lines: z
    .array(
      z.strictObject({
        description: words(200),
        quantity: z.string().optional(),
        price: z.string('is missing'),
        taxRate: z.string().optional(),
      }),
    )
    .max(500, 'has more than 500 lines')
    .optional(),
});

/**
 * Reads a bill that came as JSON: amounts, quantities and rates are decimals in quotation marks, with a point. The lines
 * come to the total; where there are none, the total says it, and where both are there they have to agree.
 */
export function readNewBill(
  input: unknown,
  currency: Currency,
): { kind: 'read'; bill: NewBill } | { kind: 'refused'; problems: NewBillProblem[] } {
  const read = SHAPE.safeParse(input);
  if (!read.success) {
    const problems = read.error.issues.map(({ path, message }) => ({
      pointer: `/${path.map(String).join('/')}`,
      message,
    }));
    return { kind: 'refused', problems };
  }
  const { number, description, dueOn, total, lines: written = [] } = read.data;
  const problems: NewBillProblem[] = [];
  const lines = written.map((line, index) => readLine(line, currency, `/lines/${index}`, problems));
  const summed = priceLines(lines).totalMinor;
  const said = total === undefined ? undefined : fromDecimal(total, currency);
  if (total !== undefined && !said)
    problems.push({ pointer: '/total', message: 'is not an amount such as 12.50' });
  if (total === undefined && lines.length === 0) problems.push({ pointer: '/total', message: 'is missing' });
  const totalMinor = said?.minor ?? summed;
  if (problems.length === 0 && lines.length > 0 && summed !== totalMinor) {
    const message = sayProblem('LINES_ADD_UP_OTHERWISE', (summed / 100).toFixed(2));
    problems.push({ pointer: '/total', message });
  }
  if (problems.length === 0 && totalMinor <= 0)
    problems.push({ pointer: '/total', message: 'is not above nothing' });
  if (problems.length > 0) return { kind: 'refused', problems };
  return { kind: 'read', bill: { number, description, dueOn, totalMinor, lines } };
}

function readLine(
  line: { description: string; quantity?: string | undefined; price: string; taxRate?: string | undefined },
  currency: Currency,
  pointer: string,
  problems: NewBillProblem[],
): PricedItem {
  const take = (name: string, reading: Reading<number>) => {
    if (reading.kind === 'read') return reading.value;
    problems.push({ pointer: `${pointer}/${name}`, message: sayProblem(reading.code, reading.expected) });
    return 0;
  };
  const { description, quantity, price, taxRate } = line;
  const quantityMilli =
    quantity === undefined ? 1_000 : take('quantity', readThousandths(quantity, '.', 10_000_000));
  if (quantityMilli === 0 && quantity !== undefined) {
    problems.push({ pointer: `${pointer}/quantity`, message: 'is not above nothing' });
  }
  return {
    description,
    quantityMilli,
    unitMilli: take('price', readUnitPrice(price, '.', currency)),
    taxRateMilli: taxRate === undefined ? 0 : take('taxRate', readThousandths(taxRate, '.', 100)),
  };
}
