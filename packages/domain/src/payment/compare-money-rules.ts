import type { MoneyRules } from './money-rules.ts';

/** One rule that is another now. */
export interface RuleChange {
  /** Where it stands: `lateFee.feeMinor`. */
  path: string;
  /** Null where there was, or is, none. */
  before: unknown;
  after: unknown;
}

/** What differs between two states of a biller's rules, in the order of the rules; a rule that came or went counts part by part. */
export function compareMoneyRules(before: MoneyRules, after: MoneyRules): RuleChange[] {
  const [was, is] = [layFlat(before), layFlat(after)];
  const paths = new Set([...was.keys(), ...is.keys()]);
  return [...paths]
    .map((path) => ({ path, before: was.get(path) ?? null, after: is.get(path) ?? null }))
    .filter((change) => JSON.stringify(change.before) !== JSON.stringify(change.after));
}

function layFlat(value: unknown, at = ''): Map<string, unknown> {
  // Lists are one value: the reference rates are changed as a whole.
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return new Map([[at, value]]);
  return new Map(
    Object.entries(value).flatMap(([key, part]) => [...layFlat(part, at ? `${at}.${key}` : key)]),
  );
}
