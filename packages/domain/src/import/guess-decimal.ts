import type { DecimalSign } from './read-amount.ts';

/** The decimal sign of amounts: the last of the two signs that is followed by one or two digits; a point where none shows it. */
export function guessDecimal(samples: readonly string[]): DecimalSign {
  const ends = samples.map((one) => /([.,])\d{1,2}\D*$/.exec(one.trim())?.[1]);
  const commas = ends.filter((sign) => sign === ',').length;
  return commas > ends.filter((sign) => sign === '.').length ? ',' : '.';
}
