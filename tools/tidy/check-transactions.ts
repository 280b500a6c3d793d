import path from 'node:path';
import ts from 'typescript';
import { transactionOpeners, vendorPorts } from './house-rules.ts';
import { isTest, lineOf, parse, type SourceFile, type Violation, walk } from './source-file.ts';

/** The calls of each port that leave the machine: those that answer with a promise. */
export type PortCalls = Record<string, string[]>;

/** Reads them from the ports' own interfaces, so that a call added there is guarded at once. */
export function readPortCalls(files: SourceFile[], ports = vendorPorts): PortCalls {
  const calls: PortCalls = {};
  for (const [port, file] of Object.entries(ports)) {
    const found = files.find((each) => each.path === file);
    if (!found) throw new Error(`${file}, which says what the port "${port}" can do, is not there.`);
    const names: string[] = [];
    walk(parse(found), (node) => {
      if (ts.isMethodSignature(node) && node.type?.getText().startsWith('Promise<'))
        names.push(node.name.getText());
    });
    calls[port] = names;
  }
  return calls;
}

/**
 * No vendor is called while a transaction is open: the answer may take a minute, a rollback would forget a charge
 * that happened, and locks would be held all the while. Looks into the callbacks of transactions, and through the
 * flows that they call.
 */
export function checkTransactions(files: SourceFile[], calls: PortCalls): Violation[] {
  const flows = files.filter(
    ({ path }) => path.startsWith('packages/flows/src/') && path.endsWith('.ts') && !isTest(path),
  );
  const sources = new Map(flows.map((file) => [file.path, parse(file)]));
  const reaching = findReaching(sources, calls);
  const found: Violation[] = [];
  for (const [file, source] of sources) {
    for (const callback of findCallbacks(source)) {
      walk(callback, (node) => {
        if (!ts.isCallExpression(node)) return;
        const reach = isVendorCall(node, source, calls) || reaching.has(targetOf(file, source, node));
        if (!reach) return;
        const message = `${node.expression.getText()} reaches a vendor inside a transaction`;
        found.push({ path: file, line: lineOf(source, node), message });
      });
    }
  }
  return found;
}

function findCallbacks(source: ts.SourceFile): ts.Node[] {
  const found: ts.Node[] = [];
  walk(source, (node) => {
    if (!ts.isCallExpression(node)) return;
    const name = node.expression.getText().split(/\??\./).at(-1) ?? '';
    if (transactionOpeners.includes(name))
      found.push(...node.arguments.flatMap((each) => bodyOf(each, source)));
  });
  return found;
}

/** The callback itself, or the function of the same file that is handed over by its name. */
function bodyOf(argument: ts.Expression, source: ts.SourceFile): ts.Node[] {
  if (ts.isArrowFunction(argument) || ts.isFunctionExpression(argument)) return [argument];
  if (!ts.isIdentifier(argument)) return [];
  return topFunctions(source)
    .filter(({ name }) => name === argument.text)
    .map(({ node }) => node);
}

/** `ctx.sms.send(…)`, and `sms.send(…)` where `sms` was taken out of the context. */
function isVendorCall(call: ts.CallExpression, source: ts.SourceFile, calls: PortCalls): boolean {
  if (!ts.isPropertyAccessExpression(call.expression)) return false;
  const { expression: receiver, name } = call.expression;
  const port = ts.isPropertyAccessExpression(receiver) ? receiver.name.text : receiver.getText();
  if (!calls[port]?.includes(name.text)) return false;
  return ts.isPropertyAccessExpression(receiver) || isTakenOut(port, source);
}

function isTakenOut(port: string, source: ts.SourceFile): boolean {
  let taken = false;
  walk(source, (node) => {
    if (ts.isBindingElement(node) && ts.isObjectBindingPattern(node.parent) && node.name.getText() === port)
      taken = true;
    if (ts.isParameter(node) && node.name.getText() === port && /Port\b/.test(node.type?.getText() ?? ''))
      taken = true;
  });
  return taken;
}

/** The functions of all flows that call a vendor, or call one that does; as `file#name`. */
function findReaching(sources: Map<string, ts.SourceFile>, calls: PortCalls): Set<string> {
  const reaching = new Set<string>();
  const edges: { from: string; to: string }[] = [];
  for (const [file, source] of sources) {
    for (const { name, node } of topFunctions(source)) {
      const from = `${file}#${name}`;
      walk(node, (each) => {
        if (!ts.isCallExpression(each)) return;
        if (isVendorCall(each, source, calls)) reaching.add(from);
        edges.push({ from, to: targetOf(file, source, each) });
      });
    }
  }
  for (let before = -1; before !== reaching.size; ) {
    before = reaching.size;
    for (const { from, to } of edges) if (reaching.has(to)) reaching.add(from);
  }
  return reaching;
}

interface TopFunction {
  name: string;
  node: ts.Node;
}

function topFunctions(source: ts.SourceFile): TopFunction[] {
  return source.statements.flatMap((node): TopFunction[] => {
    if (ts.isFunctionDeclaration(node) && node.name) return [{ name: node.name.text, node }];
    if (!ts.isVariableStatement(node)) return [];
    return node.declarationList.declarations.map((each) => ({ name: each.name.getText(), node: each }));
  });
}

/** Where a plain call leads, as `file#name`: to another flow by its import, else to a function of this file. */
function targetOf(file: string, source: ts.SourceFile, call: ts.CallExpression): string {
  if (!ts.isIdentifier(call.expression)) return '';
  const called = call.expression.text;
  for (const statement of source.statements) {
    if (!ts.isImportDeclaration(statement) || !statement.importClause?.namedBindings) continue;
    const { namedBindings } = statement.importClause;
    if (!ts.isNamedImports(namedBindings)) continue;
    const taken = namedBindings.elements.find((each) => each.name.text === called);
    if (taken) return `${resolveFlow(file, statement)}#${(taken.propertyName ?? taken.name).text}`;
  }
  return `${file}#${called}`;
}

function resolveFlow(file: string, statement: ts.ImportDeclaration): string {
  const specifier = statement.moduleSpecifier.getText().slice(1, -1);
  const own = /^@kvitt\/flows\/(.+)$/.exec(specifier);
  return own ? `packages/flows/src/${own[1]}.ts` : path.posix.join(path.posix.dirname(file), specifier);
}
