import ts from 'typescript';
import { environmentReaders, impureCalls, impureNames } from './house-rules.ts';
import { isCode, isTest, lineOf, parse, type SourceFile, type Violation, walk } from './source-file.ts';

/** Decisions take the time and the dice as arguments, wait for nothing and touch nothing. */
export function checkDomainPurity(file: SourceFile): Violation[] {
  if (!file.path.startsWith('packages/domain/src/') || !isCode(file.path) || isTest(file.path)) return [];
  const source = parse(file);
  const found: Violation[] = [];
  walk(source, (node) => {
    const sin = impurityOf(node);
    if (sin) found.push({ path: file.path, line: lineOf(source, node), message: `${sin} in a decision` });
  });
  return found;
}

function impurityOf(node: ts.Node): string | undefined {
  if (node.kind === ts.SyntaxKind.AsyncKeyword) return 'async';
  if (ts.isAwaitExpression(node)) return 'await';
  if (ts.isNewExpression(node) && node.expression.getText() === 'Date') return 'new Date(';
  if (ts.isCallExpression(node) && node.expression.getText() === 'Date') return 'Date()';
  if (ts.isPropertyAccessExpression(node) && impureCalls.includes(node.getText())) return node.getText();
  if (ts.isImportDeclaration(node) && /^['"]node:/.test(node.moduleSpecifier.getText()))
    return 'a node: import';
  if (ts.isIdentifier(node) && impureNames.includes(node.text) && isVariable(node)) return node.text;
  return undefined;
}

/** The word as the name of a property or of a type means something else. */
function isVariable(node: ts.Identifier): boolean {
  const { parent } = node;
  if (ts.isPropertyAccessExpression(parent)) return parent.expression === node;
  if (ts.isTypeNode(parent) || ts.isImportSpecifier(parent)) return false;
  return !('name' in parent && parent.name === node);
}

/** The environment is read in one place of each application, and everything else is told what it needs. */
export function checkEnvironment(file: SourceFile): Violation[] {
  if (!isCode(file.path) || isTest(file.path)) return [];
  if (environmentReaders.some((allowed) => allowed.test(file.path))) return [];
  const source = parse(file);
  const found: Violation[] = [];
  walk(source, (node) => {
    if (!readsEnvironment(node)) return;
    found.push({
      path: file.path,
      line: lineOf(source, node),
      message: 'process.env is read in env.ts only',
    });
  });
  return found;
}

function readsEnvironment(node: ts.Node): boolean {
  if (ts.isPropertyAccessExpression(node)) return /(^|\.)process\.env$/.test(node.getText());
  if (ts.isElementAccessExpression(node)) return /(^|\.)process\[['"`]env['"`]\]$/.test(node.getText());
  if (ts.isImportDeclaration(node)) return /^['"](node:)?process['"]$/.test(node.moduleSpecifier.getText());
  return (
    ts.isVariableDeclaration(node) &&
    ts.isObjectBindingPattern(node.name) &&
    node.initializer?.getText() === 'process'
  );
}
