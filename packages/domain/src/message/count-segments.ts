import { countUnits, type Encoding, readEncoding, splitSegments } from './split-segments.ts';

export interface SegmentCount {
  encoding: Encoding;
  /** Septets in GSM-7 (two for a character of the extension table), UTF-16 code units in UCS-2. */
  units: number;
  /** What the carrier bills. */
  parts: number;
}

/**
 * Counts a text as it stands, without normalising it. `parts` is what `splitSegments` cuts, not units divided by 153:
 * an escape pair that would straddle two parts moves to the next. An empty text has no part, because there is nothing
 * to send or to bill; carriers refuse it.
 */
export function countSegments(text: string): SegmentCount {
  const encoding = readEncoding(text);
  return { encoding, units: countUnits(text, encoding), parts: splitSegments(text).length };
}
