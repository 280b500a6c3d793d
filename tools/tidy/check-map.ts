import path from 'node:path';
import ts from 'typescript';
import { parse, type SourceFile, type Violation, walk } from './source-file.ts';

/** One link of the walk, and what leads to it: an import of a file before it, or a row that outlives a process. */
interface Stop {
  file: string;
  line: number;
  isByRow: boolean;
}

/**
 * Holds a walk through the code to the code: of the files that a table's rows link to, each is imported by one before
 * it. A port and its adapter are the other way round, since the adapter imports the port; and where a cell begins
 * with `⇢`, a row of the database leads on.
 * @param document the page with the walk, whose links begin at the root
 * @param heading of the walk, without its `#`
 */
export function checkWalk(document: SourceFile, heading: string, files: readonly SourceFile[]): Violation[] {
  const stops = readStops(document.text, heading);
  const at = ({ line }: Stop, message: string) => ({ path: document.path, line, message });
  if (stops.length === 0) return [{ path: document.path, line: 1, message: `no walk under "${heading}"` }];
  const byPath = new Map(files.map((file) => [file.path, file]));
  return stops.flatMap((stop, index) => {
    const file = byPath.get(stop.file);
    if (!file) return [at(stop, `${stop.file} is not there`)];
    if (index === 0 || stop.isByRow) return [];
    const before = stops.slice(0, index).flatMap((each) => byPath.get(each.file) ?? []);
    const isNamed = before.some((each) => imports(each, stop.file) || isPortOf(each, file));
    return isNamed ? [] : [at(stop, `no file before ${stop.file} imports it`)];
  });
}

function readStops(text: string, heading: string): Stop[] {
  const lines = text.split('\n');
  const begin = lines.indexOf(`## ${heading}`);
  const end = lines.findIndex((line, index) => index > begin && line.startsWith('## '));
  return lines.flatMap((text, index) => {
    if (begin < 0 || index < begin || (end > 0 && index >= end) || !/^\| \d+ \|/.test(text)) return [];
    const [, , files = ''] = text.split('|');
    const links = [...files.matchAll(/(⇢ )?\[[^\]]+\]\(([^)]+)\)/g)];
    return links.map(([, dots, file = '']) => ({ file, line: index + 1, isByRow: dots !== undefined }));
  });
}

function isPortOf(port: SourceFile, adapter: SourceFile): boolean {
  return port.path.endsWith('-port.ts') && imports(adapter, port.path);
}

/** Whether one file imports another: by a relative path, or by the name of the other's package. */
function imports(from: SourceFile, to: string): boolean {
  return readImports(from).includes(to);
}

function readImports(file: SourceFile): string[] {
  const found: string[] = [];
  walk(parse(file), (node) => {
    if (!ts.isImportDeclaration(node) || !ts.isStringLiteral(node.moduleSpecifier)) return;
    const named = node.moduleSpecifier.text;
    const [, name, rest] = /^@kvitt\/([^/]+)\/(.+)$/.exec(named) ?? [];
    if (named.startsWith('.')) found.push(path.posix.join(path.posix.dirname(file.path), named));
    else if (name) found.push(`packages/${name}/src/${rest}.ts`);
  });
  return found;
}

/** A refusal's codes: the type that lists them, or the answer that gives one. */
const REFUSALS = /\b(?:refusal:|type \w*Refusal =)((?:[\s|]*'[a-z][a-z0-9-]*')+)/g;

/** The literal codes with which decisions and acts refuse, each with the file that first says it. */
export function readRefusals(files: readonly SourceFile[]): Map<string, string> {
  const found = new Map<string, string>();
  for (const { path: at, text } of files) {
    if (!/^packages\/(domain|flows)\/src\//.test(at) || at.endsWith('.test.ts')) continue;
    for (const [, codes = ''] of text.matchAll(REFUSALS)) {
      for (const [, code = ''] of codes.matchAll(/'([^']+)'/g)) if (!found.has(code)) found.set(code, at);
    }
  }
  return found;
}
