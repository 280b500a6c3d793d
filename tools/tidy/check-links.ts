import { existsSync, globSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import type { SourceFile, Violation } from './source-file.ts';

/** The folders whose names begin a path of ours; other words with a slash in them are no paths. */
const TOP = /^(apps|packages|tools|e2e|docs|infra|\.ci)\//;

/** Made by a build or by a first start, so not there in a clean checkout. */
const MADE = /(^|\/)(dist|node_modules|\.data)(\/|$)/;

/**
 * Holds a document to what it names: a relative link leads to a file or a folder (and to a heading of it, where it names
 * one), a path in backticks is there, and a command of `npm run` is one of package.json's. In a path `<noun>` and `*`
 * stand for any name, and something must have it.
 * @param root the folder that paths in backticks begin at
 */
export function checkLinks(file: SourceFile, root: string): Violation[] {
  if (!file.path.endsWith('.md')) return [];
  const scripts = readScripts(root);
  return file.text.split('\n').flatMap((line, index) => {
    const found = [
      ...[...withoutCode(line).matchAll(/\]\(([^)\s]+)\)/g)].map(([, link]) =>
        checkLink(file, link ?? '', root),
      ),
      ...[...line.matchAll(/`([^`\s]+)`/g)].map(([, span]) => checkPath(span ?? '', root)),
      ...[...line.matchAll(/\bnpm run (?:--?\S+ )*([\w:-]+)/g)].map(([, name]) =>
        scripts.includes(name ?? '') ? undefined : `package.json has no script "${name}"`,
      ),
    ];
    return found.flatMap((message) => (message ? [{ path: file.path, line: index + 1, message }] : []));
  });
}

/** What stands in backticks is an example of a link, not a link. */
function withoutCode(line: string): string {
  return line.replace(/(`+)(?:(?!\1).)*\1/g, (span) => (span.includes('](') ? '' : span));
}

function checkLink(file: SourceFile, link: string, root: string): string | undefined {
  if (/^[a-z][a-z+.-]*:/i.test(link)) return undefined;
  const [place = '', heading] = link.split('#');
  if (place === '')
    return headingsOf(file.text).includes(heading ?? '') ? undefined : `no heading ${link} here`;
  const target = path.posix.join(path.posix.dirname(file.path), place);
  const absolute = path.join(root, target);
  if (!existsSync(absolute)) return `the link ${link} leads nowhere`;
  if (heading === undefined || statSync(absolute).isDirectory()) return undefined;
  const isThere = headingsOf(readFileSync(absolute, 'utf8')).includes(heading);
  return isThere ? undefined : `the link ${link} names no heading of ${target}`;
}

/** As a forge makes them: lower case, spaces to hyphens, the rest of the punctuation gone. */
function headingsOf(text: string): string[] {
  return [...text.matchAll(/^#{1,6} +(.+?) *$/gm)].map(([, words = '']) =>
    words
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, '')
      .replace(/\s/g, '-'),
  );
}

function checkPath(span: string, root: string): string | undefined {
  const named = span.replace(/[.,:;]+$/, '').replace(/#.*$/, '');
  if (!TOP.test(named) || MADE.test(named)) return undefined;
  if (!/[<*{]/.test(named)) {
    return existsSync(path.join(root, named)) ? undefined : `${named} is not there`;
  }
  const pattern = named.replace(/<[^<>/]+>/g, '*').replace(/\/$/, '');
  return globSync(pattern, { cwd: root }).length > 0 ? undefined : `nothing is named like ${named}`;
}

function readScripts(root: string): string[] {
  const manifest = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
  return Object.keys(manifest.scripts ?? {});
}
