import ts from 'typescript';

/** One file of the project as the checks see it: its path below the root, with forward slashes, and its text. */
export interface SourceFile {
  path: string;
  text: string;
}

/** What a check found: where, and in words that say what to do. */
export interface Violation {
  path: string;
  line: number;
  message: string;
}

export const isCode = (path: string) => /\.(ts|js|mjs|vue)$/.test(path);
export const isTest = (path: string) => /\.(test|spec)\.[jt]s$/.test(path);

/** The syntax of a file. Of a Vue component only the script is read, at the lines where it stands. */
export function parse(file: SourceFile): ts.SourceFile {
  const text = file.path.endsWith('.vue') ? keepScript(file.text) : file.text;
  return ts.createSourceFile(file.path, text, ts.ScriptTarget.Latest, true, ts.ScriptKind.TS);
}

/** Blanks everything outside of `<script>` and keeps the line breaks, so that line numbers stay true. */
function keepScript(text: string): string {
  const blank = (part: string) => part.replace(/[^\n]/g, ' ');
  let kept = '';
  let at = 0;
  for (const match of text.matchAll(/(<script\b[^>]*>)([\s\S]*?)<\/script>/g)) {
    const begin = match.index + (match[1]?.length ?? 0);
    const script = match[2] ?? '';
    kept += blank(text.slice(at, begin)) + script;
    at = begin + script.length;
  }
  return kept + blank(text.slice(at));
}

/** Visits every node of a tree, parents first. */
export function walk(node: ts.Node, visit: (node: ts.Node) => void): void {
  visit(node);
  node.forEachChild((child) => walk(child, visit));
}

export function lineOf(source: ts.SourceFile, node: ts.Node): number {
  return source.getLineAndCharacterOfPosition(node.getStart(source)).line + 1;
}
