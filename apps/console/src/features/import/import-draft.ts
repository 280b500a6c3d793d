import type { api } from '../../kit/api.ts';

export type OpenedFile = Awaited<ReturnType<typeof api.import.open.query>>;
export type Look = NonNullable<OpenedFile['look']>;
export type Field = Look['fields'][number];

/** Stands for "no column" in a list of columns, where nothing cannot be chosen. */
export const NONE = '\u2014';

/** How a file is read, while somebody says so. */
export interface ImportDraft {
  columns: Partial<Record<Field, string>>;
  delimiter: string;
  dateFormat: string;
  decimal: string;
  /** Empty for the biller's own. */
  currency: string;
  phoneCountry: string;
  /** What a bill is for, where no column says it; empty for its number. */
  description: string;
  isConsent: boolean;
  isLateConsent: boolean;
  /** Empty where it is not to be kept. */
  keepAs: string;
}

/**
 * What is proposed for a file: how it was read before, else the newest kept map whose columns are all there, else what its
 * columns and its first rows look like.
 */
export function proposeDraft(
  file: Pick<OpenedFile, 'map' | 'isConsent' | 'isLateConsent'>,
  look: Look,
): ImportDraft {
  const [kept] = look.maps.filter(({ fits }) => fits);
  const { isConsent, isLateConsent } = file;
  const guessed: ImportDraft = {
    columns: keepNamed(look.columns),
    delimiter: look.delimiter,
    dateFormat: look.dateFormats[0] ?? 'YYYY-MM-DD',
    decimal: look.decimal,
    ...{ currency: '', phoneCountry: 'US', description: '', isConsent, isLateConsent, keepAs: '' },
  };
  const map = file.map ?? kept?.map;
  if (!map) return guessed;
  return { ...takeMap(guessed, map), keepAs: file.map ? '' : (kept?.name ?? '') };
}

/** The draft as a kept map says it; what the map does not say stays as it is. */
export function takeMap(draft: ImportDraft, map: Record<string, unknown>): ImportDraft {
  const text = (key: keyof ImportDraft) => (typeof map[key] === 'string' ? { [key]: map[key] } : {});
  const columns = map.columns as Partial<Record<Field, string | null>> | undefined;
  return {
    ...draft,
    ...(columns && { columns: keepNamed(columns) }),
    ...text('delimiter'),
    ...text('dateFormat'),
    ...text('decimal'),
    ...text('currency'),
    ...text('phoneCountry'),
    ...text('description'),
  };
}

function keepNamed(columns: Partial<Record<Field, string | null>>): ImportDraft['columns'] {
  return Object.fromEntries(Object.entries(columns).filter(([, column]) => column !== null));
}

/** The draft in the form of the command's map files. */
export function mapOf(
  draft: ImportDraft,
  kind: OpenedFile['kind'],
  fields: readonly Field[],
): Record<string, unknown> {
  const { columns, dateFormat, delimiter, decimal, currency, phoneCountry, description } = draft;
  if (kind === 'customers') {
    // A field that is left out would be looked for under its usual name.
    const all = Object.fromEntries(fields.map((field) => [field, columns[field] ?? null]));
    return { columns: all, dateFormat, delimiter, phoneCountry };
  }
  return {
    ...{ columns, dateFormat, delimiter, decimal },
    ...(currency !== '' && { currency }),
    ...(description.trim() !== '' &&
      columns.description === undefined && { description: description.trim() }),
  };
}

/** Fields that have to have a column, and have none yet. */
export function missingFields(draft: ImportDraft, look: Look): Field[] {
  return look.required.filter((field) => draft.columns[field] === undefined);
}
