import { bannedWords, roleNames, strayPlaces, wordsExempt } from './house-rules.ts';
import type { SourceFile, Violation } from './source-file.ts';

/** Words that have no place in code, comments, documents or configuration. */
export function checkWords(file: SourceFile): Violation[] {
  return isLock(file.path) ? [] : findPatterns(file, bannedWords);
}

/** Paths and hosts of the machine that somebody worked on. */
export function checkStrayPlaces(file: SourceFile): Violation[] {
  return findPatterns(file, strayPlaces);
}

/** A file is named after what it does or what it is, never after the role it plays. */
export function checkRoleNames(file: SourceFile): Violation[] {
  if (!/^(apps|packages)\/[^/]+\/src\//.test(file.path)) return [];
  const name = file.path.slice(file.path.lastIndexOf('/') + 1);
  if (!roleNames.test(name)) return [];
  return [{ path: file.path, line: 1, message: `"${name}" names a role; name the act or the noun` }];
}

const isLock = (path: string) => path.endsWith('package-lock.json');

function findPatterns(file: SourceFile, patterns: { pattern: RegExp; why: string }[]): Violation[] {
  if (wordsExempt.some((prefix) => file.path.startsWith(prefix))) return [];
  return file.text.split('\n').flatMap((text, index) =>
    patterns
      .filter(({ pattern }) => pattern.test(text))
      .map(({ pattern, why }) => {
        const word = pattern.exec(text)?.[0].trim();
        return { path: file.path, line: index + 1, message: `"${word}": ${why}` };
      }),
  );
}
