import { RULE_SECTIONS, type RuleField, type RuleKind } from './rule-fields.ts';

/** Rules about money as they stand in their form, by path: words that somebody is still typing, and what is switched. */
export type RulesDraft = Record<string, string | boolean>;

/** What is wrong with one field; the server names bounds besides. */
export interface RuleProblem {
  path: string;
  code: 'too_small' | 'too_big' | 'not_valid';
  bound?: number;
}

type Rules = Readonly<Record<string, unknown>>;

export function draftOfRules(rules: Rules): RulesDraft {
  const draft: RulesDraft = {};
  for (const { key, start, fields } of RULE_SECTIONS) {
    const isOn = start === undefined || rules[key] !== null;
    if (start) draft[key] = isOn;
    const shown: Rules = isOn ? rules : { [key]: start };
    for (const { path, kind } of fields) draft[path] = spell(valueAt(shown, path), kind);
  }
  return draft;
}

/**
 * The rules that a form stands for, or the fields that cannot be read.
 * @param before the rules as they are: what has no field stays
 */
export function readRules(
  draft: RulesDraft,
  before: Rules,
): { rules: Record<string, unknown> } | { problems: RuleProblem[] } {
  const rules: Record<string, unknown> = {};
  const problems: RuleProblem[] = [];
  for (const { key, start, fields } of RULE_SECTIONS) {
    if (start && draft[key] !== true) {
      rules[key] = null;
      continue;
    }
    for (const field of fields) {
      const value = read(draft[field.path] ?? '', field);
      if (value === undefined) problems.push({ path: field.path, code: 'not_valid' });
      else put(rules, { ...before, ...(start && { [key]: before[key] ?? start }) }, field.path, value);
    }
  }
  return problems.length > 0 ? { problems } : { rules };
}

/** A bound that the server names, as the field is written. */
export function spellBound(bound: number, kind: RuleKind | undefined): string {
  return kind === undefined ? String(bound) : String(spell(bound, kind));
}

function valueAt(rules: Rules, path: string): unknown {
  return path.split('.').reduce<unknown>((value, key) => (value as Rules | null)?.[key], rules);
}

function put(rules: Record<string, unknown>, before: Rules, path: string, value: unknown): void {
  const [head = '', part] = path.split('.');
  rules[head] = part === undefined ? value : { ...((rules[head] ?? before[head]) as object), [part]: value };
}

function spell(value: unknown, kind: RuleKind): string | boolean {
  if (kind === 'switch') return value === true;
  if (value === null || value === undefined) return '';
  if (kind === 'money' || kind === 'bp') return (Number(value) / 100).toFixed(2);
  if (kind === 'clock') {
    const two = (part: number) => String(part).padStart(2, '0');
    return `${two(Math.floor(Number(value) / 60))}:${two(Number(value) % 60)}`;
  }
  return String(value);
}

/** Undefined where it cannot be read. */
function read(words: string | boolean, { kind, mayBeEmpty }: RuleField): unknown {
  if (typeof words === 'boolean') return words;
  const typed = words.trim();
  if (typed === '') return mayBeEmpty ? null : undefined;
  if (kind === 'country') return typed;
  if (kind === 'clock') {
    const [, hours, minutes] = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(typed) ?? [];
    return hours === undefined ? undefined : Number(hours) * 60 + Number(minutes);
  }
  if (kind === 'money' || kind === 'bp') {
    const [, whole, rest = ''] = /^(\d{1,9})(?:[.,](\d{1,2}))?$/.exec(typed) ?? [];
    return whole === undefined ? undefined : Number(whole) * 100 + Number(rest.padEnd(2, '0'));
  }
  return /^\d{1,6}$/.test(typed) ? Number(typed) : undefined;
}
