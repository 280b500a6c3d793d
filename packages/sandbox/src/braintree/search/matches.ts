import { cents } from '../wire/money.ts';
import { filled, isGroup, list, type Params, text, type Value } from '../wire/params.ts';

/** How a field of a record is searched: as text, as one of several values, by amount, or by time. */
export interface SearchField<Item> {
  kind: 'text' | 'many' | 'amount' | 'time';
  /** What the record holds there; times in milliseconds, amounts as decimal strings. None where it has no such thing. */
  of(item: Item): (string | number | null | undefined)[];
}

export type SearchFields<Item> = Readonly<Record<string, SearchField<Item>>>;

/** Whether a record meets all criteria of a search. A field that the vendor does not know is met by nothing. */
export function matches<Item>(item: Item, criteria: Params, fields: SearchFields<Item>): boolean {
  return Object.entries(criteria).every(([name, criterion]) => {
    if (criterion === undefined) return true;
    const field = fields[name];
    if (!field) return false;
    const values = field.of(item).filter((value) => value !== null && value !== undefined);
    if (Array.isArray(criterion)) return isOneOf(values, criterion);
    if (!isGroup(criterion)) return isOneOf(values, [criterion]);
    if (field.kind === 'amount')
      return values.some((value) => isInRange(cents(String(value)), criterion, centsOf));
    if (field.kind === 'time') return values.some((value) => isInRange(Number(value), criterion, timeOf));
    return meetsText(values.map(String), criterion);
  });
}

function isOneOf(values: (string | number | null | undefined)[], wanted: Value[]): boolean {
  return values.some((value) => wanted.some((one) => text(one) === String(value)));
}

/** Letters count the same in either case, as in the vendor's search. */
function meetsText(values: string[], criterion: Params): boolean {
  const have = values.map((value) => value.toLowerCase());
  const wanted = (name: string) => text(criterion[name])?.toLowerCase();
  const is = wanted('is');
  const isNot = wanted('isNot');
  const startsWith = wanted('startsWith');
  const endsWith = wanted('endsWith');
  const contains = wanted('contains');
  if (isNot !== undefined && have.includes(isNot)) return false;
  const positive = [is, startsWith, endsWith, contains].some((one) => one !== undefined);
  if (!positive) return true;
  return have.some(
    (value) =>
      (is === undefined || value === is) &&
      (startsWith === undefined || value.startsWith(startsWith)) &&
      (endsWith === undefined || value.endsWith(endsWith)) &&
      (contains === undefined || value.includes(contains)),
  );
}

function isInRange(
  value: number | undefined,
  criterion: Params,
  read: (bound: string, isUpper: boolean) => number | undefined,
): boolean {
  if (value === undefined || Number.isNaN(value)) return false;
  const exact = filled(criterion.is);
  if (exact !== undefined) {
    return value >= (read(exact, false) ?? Number.NaN) && value <= (read(exact, true) ?? Number.NaN);
  }
  const min = filled(criterion.min);
  const max = filled(criterion.max);
  if (min !== undefined && !(value >= (read(min, false) ?? Number.NaN))) return false;
  return max === undefined || value <= (read(max, true) ?? Number.NaN);
}

function centsOf(bound: string): number | undefined {
  return cents(bound);
}

/** A bound that names a day or a second takes in all of it: the vendor compares whole seconds. */
function timeOf(bound: string, isUpper: boolean): number | undefined {
  const [, month, day, year] = /^(\d\d)\/(\d\d)\/(\d{4})$/.exec(bound) ?? [];
  if (year) return timeOf(`${year}-${month}-${day}`, isUpper);
  const zoned = /^\d{4}-\d\d-\d\d[T ]\d\d:\d\d(:\d\d(\.\d+)?)?$/.test(bound)
    ? `${bound.replace(' ', 'T')}Z`
    : bound;
  const at = Date.parse(zoned);
  if (Number.isNaN(at)) return undefined;
  if (!isUpper) return Math.floor(at / 1000) * 1000;
  const isDay = /^\d{4}-\d\d-\d\d$/.test(bound);
  return isDay ? at + 86_399_999 : Math.floor(at / 1000) * 1000 + 999;
}

/** The values of `ids` in a search, or none where the search does not name any. */
export function idsOf(criteria: Params): string[] | undefined {
  if (criteria.ids === undefined) return undefined;
  return list(criteria.ids).flatMap((id) => text(id) ?? []);
}
