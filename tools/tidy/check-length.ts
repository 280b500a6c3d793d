import ts from 'typescript';
import { lengthExempt, longFiles, longFunctions, maxFileLines, maxFunctionLines } from './house-rules.ts';
import { isCode, lineOf, parse, type SourceFile, type Violation, walk } from './source-file.ts';

const isExempt = (path: string) => lengthExempt.some((prefix) => path.startsWith(prefix));

/** Files of code and of style are one thought long. */
export function checkFileLength(file: SourceFile, ratchet = longFiles): Violation[] {
  if (!(isCode(file.path) || file.path.endsWith('.css')) || isExempt(file.path)) return [];
  const lines = file.text.replace(/\n$/, '').split('\n').length;
  const allowed = ratchet[file.path] ?? maxFileLines;
  if (lines <= allowed) return [];
  return [{ path: file.path, line: 1, message: `${lines} lines; at most ${allowed}` }];
}

/** Functions fit on a screen. A `describe` is a heading around tests, so its lines count for nobody. */
export function checkFunctionLength(file: SourceFile, ratchet = longFunctions): Violation[] {
  if (!isCode(file.path) || isExempt(file.path)) return [];
  const source = parse(file);
  const found: Violation[] = [];
  walk(source, (node) => {
    if (!ts.isFunctionLike(node) || !('body' in node) || !node.body) return;
    if (isDescribeCallback(node)) return;
    const begin = lineOf(source, node);
    const lines = linesOf(source, node) - linesOfHeadings(source, node);
    const name = nameOf(node);
    const allowed = ratchet[`${file.path}#${name}`] ?? maxFunctionLines;
    if (lines <= allowed) return;
    found.push({ path: file.path, line: begin, message: `${name} has ${lines} lines; at most ${allowed}` });
  });
  return found;
}

const linesOf = (source: ts.SourceFile, node: ts.Node) =>
  source.getLineAndCharacterOfPosition(node.end).line + 2 - lineOf(source, node);

function linesOfHeadings(source: ts.SourceFile, node: ts.Node): number {
  let lines = 0;
  node.forEachChild((child) => {
    const isHeading = ts.isFunctionLike(child) && isDescribeCallback(child);
    lines += isHeading ? linesOf(source, child) : linesOfHeadings(source, child);
  });
  return lines;
}

function isDescribeCallback(node: ts.Node): boolean {
  if (!ts.isCallExpression(node.parent)) return false;
  const { expression, arguments: handed } = node.parent;
  return handed.includes(node as ts.Expression) && /^(test\.)?describe\b/.test(expression.getText());
}

function nameOf(node: ts.Node): string {
  if ('name' in node && node.name) return (node.name as ts.Node).getText();
  if (ts.isVariableDeclaration(node.parent) || ts.isPropertyAssignment(node.parent))
    return node.parent.name.getText();
  return 'a function';
}
