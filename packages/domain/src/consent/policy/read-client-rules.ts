import { readBlock, readCap, readWindow } from './client-rule.ts';
import { MalformedInput, readFields, readText } from './read-fields.ts';
import { RULES } from './rules.ts';

/** A rule that a biller or an account adds, as it is stored: in the form of the rules' files. */
export interface WrittenClientRule {
  kind: 'window' | 'cap' | 'block';
  id: string;
  rule: Record<string, unknown>;
}

const LISTS = [
  ['windows', 'window', readWindow, ['days', 'holidays']],
  ['caps', 'cap', readCap, ['counts', 'per', 'max', 'hours', 'cal_days']],
  ['blocks', 'block', readBlock, []],
] as const;

/** What a rule of any kind may say; a field that is misspelt would be a rule that is not kept. */
const FIELDS: readonly string[] = [
  ...['id', 'name', 'jur', 'categories', 'channels', 'from', 'to'],
  ...['requires', 'waived_by', 'min_dpd', 'src'],
];

/**
 * Reads rules to be added, `{"windows": […], "caps": […], "blocks": […]}`: all of them, or all that is wrong, each problem with
 * the place of its field (`caps[1].hours must be …`). A name may be used once, and none of the rules' own: a reason names
 * its rule. @param taken names that are in use already
 */
export function readClientRules(
  json: unknown,
  taken: readonly string[],
): { kind: 'read'; rules: WrittenClientRule[] } | { kind: 'refused'; problems: string[] } {
  const problems: string[] = [];
  const rules: WrittenClientRule[] = [];
  const names = new Set([...taken, ...[...RULES.windows, ...RULES.caps].map(({ id }) => id)]);
  const attempt = (read: () => void) => {
    try {
      read();
    } catch (error) {
      if (!(error instanceof MalformedInput)) throw error;
      problems.push(error.message);
    }
  };
  attempt(() => {
    const fields = readFields(json, '');
    for (const field of Object.keys(fields)) {
      if (!LISTS.some(([list]) => list === field)) problems.push(`${field} must be windows, caps or blocks`);
    }
    for (const [list, kind, read, own] of LISTS) {
      const items = fields[list] ?? [];
      if (!Array.isArray(items)) problems.push(`${list} must be a list`);
      else
        for (const [at, item] of items.entries()) attempt(() => rules.push(readOne(item, `${list}[${at}]`)));
      function readOne(item: unknown, field: string): WrittenClientRule {
        read(item, field);
        const rule = readFields(item, field);
        const odd = Object.keys(rule).find((name) => ![...FIELDS, ...own].includes(name));
        if (odd !== undefined) throw new MalformedInput(`${field}.${odd}`, `is no field of a ${kind}`);
        const id = readText(rule.id, `${field}.id`);
        if (names.has(id))
          throw new MalformedInput(`${field}.id`, `must be a name that no other rule has: ${id}`);
        names.add(id);
        return { kind, id, rule };
      }
    }
  });
  if (problems.length === 0 && rules.length === 0) problems.push('there is no rule in it');
  return problems.length > 0 ? { kind: 'refused', problems } : { kind: 'read', rules };
}
