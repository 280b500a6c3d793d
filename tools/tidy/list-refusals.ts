import ts from 'typescript';
import { parse, type SourceFile, walk } from './source-file.ts';

/**
 * The codes of the refusals that a file can answer with: the string that stands behind `refusal:`, in a value or in a type,
 * also where it is one of several. A code that is only passed on is found where it is made.
 */
export function listRefusals(file: SourceFile): string[] {
  const codes = new Set<string>();
  // Most files have none, and parsing takes the time.
  if (!file.text.includes('refusal')) return [];
  walk(parse(file), (node) => {
    const isField = ts.isPropertyAssignment(node) || ts.isPropertySignature(node);
    if (!isField || node.name.getText() !== 'refusal') return;
    const holder = ts.isPropertyAssignment(node) ? node.initializer : node.type;
    if (holder) for (const code of readCodes(holder)) codes.add(code);
  });
  return [...codes];
}

/** What it may be: a word, one of several, or one by a condition. */
function readCodes(node: ts.Node): string[] {
  if (ts.isStringLiteralLike(node)) return [node.text];
  if (ts.isLiteralTypeNode(node)) return readCodes(node.literal);
  if (ts.isUnionTypeNode(node)) return node.types.flatMap(readCodes);
  if (ts.isConditionalExpression(node)) return [...readCodes(node.whenTrue), ...readCodes(node.whenFalse)];
  return [];
}

/** The codes that the tables of a page name: the first column below a heading `code` or `refusal`. */
export function listNamedRefusals(page: SourceFile): string[] {
  const codes: string[] = [];
  let isTable = false;
  for (const line of page.text.split('\n')) {
    const [, first = ''] = line.split('|');
    if (!line.startsWith('|')) isTable = false;
    else if (/^\s*(code|refusal)\b/.test(first)) isTable = true;
    else if (isTable)
      codes.push(...[...first.matchAll(/`([A-Za-z][\w-]*)`/g)].flatMap(([, code]) => code ?? []));
  }
  return codes;
}
