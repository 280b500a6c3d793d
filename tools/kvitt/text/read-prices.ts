import { readFileSync } from 'node:fs';
import type { PartPrices } from '@kvitt/domain/message/price/price-of-part';
import { z } from 'zod';
import { CommandError } from '../command-error.ts';
import { EXIT } from '../exit-codes.ts';

const price = z.strictObject({
  rateMicros: z.int().min(0).max(10_000_000),
  networkFeeMicros: z.int().min(0).max(10_000_000),
});

const schema = z.strictObject({
  source: z.string().min(1),
  byCountry: z.record(z.string().regex(/^[A-Z]{2}$/), price),
  other: price,
});

/** Prices of one's own: JSON with `source`, `byCountry` and `other`, in millionths of a US dollar a part. */
export function readPrices(file: string): PartPrices {
  let json: unknown;
  try {
    json = JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    throw new CommandError(EXIT.usage, `${file} cannot be read as JSON: ${(error as Error).message}`);
  }
  const read = schema.safeParse(json);
  if (read.success) return read.data;
  const what = read.error.issues.map(({ path, message }) => `${path.join('.') || 'the file'}: ${message}`);
  throw new CommandError(EXIT.usage, `${file} has no prices that can be used: ${what.join('; ')}`);
}
