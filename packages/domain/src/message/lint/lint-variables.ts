import { type MessageFormatElement, parse, TYPE } from '@formatjs/icu-messageformat-parser';
import { TEMPLATE_KINDS, type TemplateName } from '../templates/template-vars.ts';
import type { VarKind } from '../templates/text-kind.ts';
import type { LintCode, LintFinding } from './lint-finding.ts';

/**
 * What is wrong with how a wording uses ICU and its variables: that it cannot be read, asks for what the text is not told,
 * or would write "none" or "yes" where nothing is meant to stand.
 */
export function lintVariables(name: TemplateName, wording: string): LintFinding[] {
  let elements: MessageFormatElement[];
  try {
    elements = parse(wording, { captureLocation: true, ignoreTag: true, requiresOtherClause: true });
  } catch (error) {
    return [unreadable(error, wording)];
  }
  const findings: LintFinding[] = [];
  walk(elements, TEMPLATE_KINDS[name].vars, new Set(), findings);
  return findings;
}

function walk(
  elements: readonly MessageFormatElement[],
  vars: Record<string, VarKind>,
  guarded: ReadonlySet<string>,
  findings: LintFinding[],
): void {
  for (const element of elements) {
    if (element.type === TYPE.literal || element.type === TYPE.pound) continue;
    const { value, location } = element;
    const find = (code: LintCode, detail: string) => {
      const at = location?.start.offset ?? 0;
      findings.push({ code, at, length: (location?.end.offset ?? at) - at, detail });
    };
    const kind = Object.hasOwn(vars, value) ? vars[value] : undefined;
    if (kind === undefined) {
      find('UNKNOWN_VARIABLE', `{${value}} is not known here; there are ${namesOf(vars)}`);
    } else if (element.type === TYPE.argument) {
      if (kind !== 'words' && kind !== 'count' && !guarded.has(value)) {
        find('UNGUARDED', `{${value}} may be missing or is no word: ask for it with select`);
      }
    } else if (element.type === TYPE.select) {
      lintChoices(value, kind, Object.keys(element.options), find);
    } else if (element.type === TYPE.plural) {
      if (kind !== 'count') find('NOT_SUPPORTED', `{${value}} is no count, so it has no plural`);
    } else {
      find('NOT_SUPPORTED', `{${value}} is written already: leave its format out`);
    }
    if (element.type !== TYPE.select && element.type !== TYPE.plural) continue;
    for (const [option, { value: inner }] of Object.entries(element.options)) {
      const isThere = element.type === TYPE.select && kind === 'optional' && option !== 'none';
      walk(inner, vars, isThere ? new Set([...guarded, value]) : guarded, findings);
    }
  }
}

function lintChoices(
  variable: string,
  kind: VarKind,
  options: readonly string[],
  find: (code: LintCode, detail: string) => void,
): void {
  if (kind === 'words' || kind === 'count') {
    find('NOT_SUPPORTED', `{${variable}} is always there, so there is nothing to select`);
    return;
  }
  const known =
    kind === 'optional'
      ? ['none']
      : kind === 'flag'
        ? ['yes', 'no']
        : kind.map((one) => one.replaceAll('-', '_'));
  const strange = options.filter((option) => option !== 'other' && !known.includes(option));
  if (strange.length > 0) {
    find('NOT_SUPPORTED', `{${variable}} is never ${strange.join(', ')}; it is ${known.join(', ')} or other`);
  } else if (kind === 'optional' && !options.includes('none')) {
    find('UNGUARDED', `the select of {${variable}} has no none, so a missing one reads "none"`);
  }
}

function namesOf(vars: Record<string, VarKind>): string {
  return Object.keys(vars)
    .map((name) => `{${name}}`)
    .join(', ');
}

function unreadable(error: unknown, wording: string): LintFinding {
  const { message, location } = error as SyntaxError & {
    location?: { start: { offset: number }; end: { offset: number } };
  };
  const at = location?.start.offset ?? wording.length;
  return {
    code: 'UNREADABLE',
    at,
    length: Math.max(0, (location?.end.offset ?? at) - at),
    detail: `not ICU MessageFormat: ${message.toLowerCase().replaceAll('_', ' ')}`,
  };
}
