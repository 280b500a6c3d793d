/** What a file can be about. */
export const IMPORT_SUBJECTS = ['customers', 'invoices'] as const;

export type ImportSubject = (typeof IMPORT_SUBJECTS)[number];

/**
 * How far an uploaded file is. `receiving` its bytes come in · `received` nobody has said yet how it is read · `checking`,
 * `loading` a worker is at it · `checked` may be loaded · `refused` something in it is wrong, and nothing was loaded ·
 * `loaded` all of it · `broken` a fault of ours ended it, and nothing was loaded · `dropped` somebody put it away.
 */
export type ImportState =
  | 'receiving'
  | 'received'
  | 'checking'
  | 'checked'
  | 'refused'
  | 'loading'
  | 'loaded'
  | 'broken'
  | 'dropped';

/** A year's bills of a large biller are a tenth of this; more is better cut in two. */
export const LARGEST_IMPORT_BYTES = 64 * 1024 * 1024;
