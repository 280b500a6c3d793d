import type { Letterhead } from './documents.ts';

/** A paper that lays out what is on record, part by part; in English, as banks and courts abroad read it. */
export interface RecordDocument {
  biller: Letterhead;
  title: string;
  paper: 'LETTER' | 'A4';
  panel: { label: string; value: string; note?: string };
  facts: { label: string; value: string }[];
  parts: RecordPart[];
}

export interface RecordPart {
  heading: string;
  /** Said before the table, or where there is none. */
  note?: string;
  columns?: { head: string; share: number; align?: 'right' }[];
  rows?: string[][];
}
