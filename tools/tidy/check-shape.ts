import ts from 'typescript';
import { actFolders, nounFiles } from './house-rules.ts';
import { isCode, isTest, lineOf, parse, type SourceFile, type Violation, walk } from './source-file.ts';

/** A file that only passes on what others hold makes circles of everything behind it. */
export function checkBarrels(file: SourceFile): Violation[] {
  if (!/^(apps|packages)\/[^/]+\/src\/.+\.ts$/.test(file.path)) return [];
  const source = parse(file);
  const passesOn = source.statements.filter((each) => ts.isExportDeclaration(each) && each.moduleSpecifier);
  const isBarrel = passesOn.length > 0 && passesOn.length === source.statements.length;
  const all = passesOn.find((each) => ts.isExportDeclaration(each) && !each.exportClause);
  if (!isBarrel && !all) return [];
  return [
    { path: file.path, line: lineOf(source, all ?? source), message: 'a barrel; import from where it is' },
  ];
}

/**
 * An act's file exports the function it is named after. A noun's file exports the type or the table it is named
 * after, and the small functions that belong to it.
 */
export function checkActName(file: SourceFile, nouns = nounFiles): Violation[] {
  if (!actFolders.some((folder) => file.path.startsWith(folder)) || !file.path.endsWith('.ts')) return [];
  if (isTest(file.path) || nouns.includes(file.path)) return [];
  const source = parse(file);
  const functions = exportedFunctions(source);
  const base = file.path.slice(file.path.lastIndexOf('/') + 1, -'.ts'.length);
  const wanted = base.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
  if (functions.length === 0 || functions.includes(wanted) || exportsNoun(source, wanted)) return [];
  return [{ path: file.path, line: 1, message: `exports ${functions.join(', ')} and no ${wanted}` }];
}

function isExported(node: ts.Statement): boolean {
  if (!ts.canHaveModifiers(node)) return false;
  return ts.getModifiers(node)?.some((each) => each.kind === ts.SyntaxKind.ExportKeyword) ?? false;
}

function exportsNoun(source: ts.SourceFile, name: string): boolean {
  const noun = name.toLowerCase();
  return source.statements.filter(isExported).some((node) => {
    if (ts.isInterfaceDeclaration(node) || ts.isTypeAliasDeclaration(node))
      return node.name.text.toLowerCase() === noun;
    if (!ts.isVariableStatement(node)) return false;
    const names = node.declarationList.declarations.map((each) =>
      each.name.getText().toLowerCase().replaceAll('_', ''),
    );
    return names.includes(noun);
  });
}

function exportedFunctions(source: ts.SourceFile): string[] {
  return source.statements.filter(isExported).flatMap((node) => {
    if (ts.isFunctionDeclaration(node)) return [node.name?.text ?? ''];
    if (!ts.isVariableStatement(node)) return [];
    return node.declarationList.declarations
      .filter(
        ({ initializer }) =>
          initializer && (ts.isArrowFunction(initializer) || ts.isFunctionExpression(initializer)),
      )
      .map(({ name }) => name.getText());
  });
}

const switches = ['only', 'skip', 'todo', 'fails', 'fixme'];
const heads = /^(describe|it|test|suite|bench)\b/;

/** A test that is switched off guards nothing; one that needs what a machine may lack says so with `skipIf`. */
export function checkSwitchedOff(file: SourceFile): Violation[] {
  if (!isTest(file.path)) return [];
  const source = parse(file);
  const found: Violation[] = [];
  walk(source, (node) => {
    if (!ts.isCallExpression(node)) return;
    const called = node.expression.getText();
    const isOff = heads.test(called) && called.split('.').some((part) => switches.includes(part));
    if (!(isOff || /^x(it|test|describe)$/.test(called)) || isCondition(node)) return;
    // `it.only.each(table)(…)` is two calls and one test.
    if (ts.isCallExpression(node.parent) && node.parent.expression === node) return;
    found.push({ path: file.path, line: lineOf(source, node), message: `${called} switches tests off` });
  });
  return found;
}

/** Playwright's `test.skip(condition, reason)` within a test is its way to say skipIf. */
function isCondition(call: ts.CallExpression): boolean {
  const [first, second] = call.arguments;
  if (!first || !second || call.expression.getText() !== 'test.skip') return false;
  return !ts.isStringLiteralLike(first) && ts.isStringLiteralLike(second);
}

/** A test that sleeps is slow on every machine and still fails on a slow one. */
export function checkSleeps(file: SourceFile): Violation[] {
  if (!isTest(file.path) || !isCode(file.path)) return [];
  const source = parse(file);
  const found: Violation[] = [];
  walk(source, (node) => {
    const sleeps =
      (ts.isCallExpression(node) && /(^|\.)(waitForTimeout|setTimeout)$/.test(node.expression.getText())) ||
      (ts.isImportDeclaration(node) && /timers\/promises/.test(node.moduleSpecifier.getText()));
    if (sleeps)
      found.push({ path: file.path, line: lineOf(source, node), message: 'wait for what must happen' });
  });
  return found;
}
