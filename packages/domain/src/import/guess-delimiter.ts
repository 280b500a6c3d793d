const DELIMITERS = [',', ';', '\t', '|'] as const;

export type Delimiter = (typeof DELIMITERS)[number];

/** What sets the cells apart: what stands most often in the header's line, outside of quotation marks. */
export function guessDelimiter(headerLine: string): Delimiter {
  const bare = headerLine.replace(/"[^"]*"/g, '');
  const counted = DELIMITERS.map((one) => ({ one, times: bare.split(one).length - 1 }));
  return counted.reduce((best, next) => (next.times > best.times ? next : best)).one;
}
