import type { Language } from '../../locale/language.ts';
import { countSegments } from '../count-segments.ts';
import { type CompiledText, compileText } from '../templates/compile-text.ts';
import { renderText } from '../templates/render-text.ts';
import { sampleVars } from '../templates/sample-vars.ts';
import { TEMPLATE_KINDS, type TemplateName } from '../templates/template-vars.ts';
import type { VarKind } from '../templates/text-kind.ts';
import type { LintFinding } from './lint-finding.ts';
import { lintVariables } from './lint-variables.ts';
import { lintWords } from './lint-words.ts';

export interface LintOrder {
  name: TemplateName;
  language: Language;
  /** In ICU MessageFormat, without the brand. */
  wording: string;
  /** The most parts that the text may take with the longest values it must have room for; three where nothing is said. */
  maxParts?: number;
}

const MAX_PARTS = 3;

/** No text of ten parts needs more, and nobody should be able to have us read a book. */
const LONGEST_WORDING = 4_000;

/**
 * Everything that keeps a wording from being saved, in the order of where it stands; nothing where it may be. It is tried
 * with all that may be missing there and gone, and with every choice, because a part that is missing in one branch only is
 * missing for somebody.
 */
export function lintText({ name, language, wording, maxParts = MAX_PARTS }: LintOrder): LintFinding[] {
  if (wording.trim() === '') return [whole('UNREADABLE', wording, 'the wording is empty')];
  if (wording.length > LONGEST_WORDING) {
    return [whole('TOO_LONG', wording, `more than ${LONGEST_WORDING} characters`)];
  }
  const findings = [...lintVariables(name, wording), ...lintWords(name, language, wording)];
  // What cannot be read, or asks for what is not there, cannot be tried either.
  if (!findings.some(({ code }) => BROKEN.includes(code))) {
    const text = compileText(wording, language);
    findings.push(
      ...lintBranches(name, wording, text),
      ...lintLength(name, language, wording, text, maxParts),
    );
  }
  return findings.sort((a, b) => a.at - b.at);
}

const BROKEN: readonly LintFinding['code'][] = ['UNREADABLE', 'UNKNOWN_VARIABLE', 'NOT_SUPPORTED'];

function lintBranches(name: TemplateName, wording: string, text: CompiledText): LintFinding[] {
  const { category, vars, needs } = TEMPLATE_KINDS[name];
  const found = new Map<string, LintFinding>();
  const find = (code: LintFinding['code'], detail: string, at = wording.length) =>
    found.set(`${code} ${detail}`, { code, at, length: 0, detail });
  const alwaysStop = ['past_due', 'marketing', 'optin'].includes(category);
  for (const values of tries(name)) {
    const words = text(values, 'proper');
    for (const need of needs) {
      const isThere = vars[need] === 'words' || vars[need] === 'count' || values[need] === mark(need);
      if (isThere && vars[need] !== 'flag' && !words.includes(String(values[need]))) {
        const everywhere = `{${need}} is missing`;
        // Said once where it is missing with and without the optional parts.
        if (!found.has(`MISSING_PART ${everywhere}`)) find('MISSING_PART', everywhere + where(values));
      }
    }
    // The terms are said where there is a fee and where there is none: a reminder without terms does not save.
    if ((alwaysStop || values.withStop === 'yes') && !/\bSTOPP?\b/.test(words)) {
      find('OPT_OUT_MISSING', 'the way to opt out by STOP is missing');
    }
    const link = values.link;
    if (link === mark('link') && words.includes(link) && !words.trimEnd().endsWith(link)) {
      find('LINK_NOT_LAST', '{link} does not come last', wording.indexOf('{link}'));
    }
  }
  return [...found.values()];
}

type Values = Record<string, string | number>;

/** The values that a wording is tried with: everything there, everything gone, and each choice. */
function tries(name: TemplateName): Values[] {
  const kinds = Object.entries(TEMPLATE_KINDS[name].vars);
  return [true, false].flatMap((isThere) =>
    kinds.reduce<Values[]>(
      (some, [variable, kind]) =>
        some.flatMap((one) =>
          valuesOf(variable, kind, isThere).map((value) => ({ ...one, [variable]: value })),
        ),
      [{}],
    ),
  );
}

/** What a variable may be where what is optional is there, or is not. */
function valuesOf(variable: string, kind: VarKind, isThere: boolean): (string | number)[] {
  switch (kind) {
    case 'count':
      return [71];
    case 'flag':
      return [isThere ? 'yes' : 'no'];
    case 'optional':
      return [isThere ? mark(variable) : 'none'];
    case 'words':
      return [mark(variable)];
    default:
      return kind.map((choice) => choice.replaceAll('-', '_'));
  }
}

/** Stands for a value, and is no word of anybody's. */
function mark(variable: string): string {
  return `\u27E6${variable}\u27E7`;
}

function where(values: Values): string {
  return Object.values(values).includes('none') ? ' where nothing optional is there' : '';
}

function lintLength(
  name: TemplateName,
  language: Language,
  wording: string,
  text: CompiledText,
  maxParts: number,
): LintFinding[] {
  const counts = sampleVars(name, language, 'worst').map((vars) =>
    countSegments(renderText(text, name, vars)),
  );
  const parts = Math.max(...counts.map((count) => count.parts));
  if (parts <= maxParts) return [];
  const costly = [...new Set([...wording].filter((letter) => countSegments(letter).encoding === 'UCS-2'))];
  const why = costly.length === 0 ? '' : `; ${costly.map((one) => `‘${one}’`).join(' ')} double the price`;
  return [whole('TOO_LONG', wording, `up to ${parts} parts, ${maxParts} at the most${why}`)];
}

function whole(code: LintFinding['code'], wording: string, detail: string): LintFinding {
  return { code, at: 0, length: wording.length, detail };
}
