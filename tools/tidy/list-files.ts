import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { SourceFile } from './source-file.ts';

/** Made by tools, or another's; the walk needs no git, so that it works in an unpacked archive too. */
const skipped = new Set([
  'node_modules',
  '.git',
  'dist',
  '.turbo',
  '.data',
  '.cache',
  'shots',
  'test-results',
  'coverage',
]);
const read = /\.(ts|mjs|js|vue|css|html|sql|json|md|sh|ya?ml|tsv|csv|txt)$|\/(Dockerfile|run)$/;

/** Every file of the project that people write, with its text. */
export function listFiles(root: string): SourceFile[] {
  return list(root, '').sort((one, other) => one.path.localeCompare(other.path));
}

function list(root: string, below: string): SourceFile[] {
  return readdirSync(path.join(root, below), { withFileTypes: true }).flatMap((entry) => {
    const at = path.posix.join(below, entry.name);
    if (entry.isDirectory()) return skipped.has(entry.name) ? [] : list(root, at);
    if (!entry.isFile() || !read.test(at) || /(^|\/)(tidy-)?test-results\.json$/.test(at)) return [];
    return [{ path: at, text: readFileSync(path.join(root, at), 'utf8') }];
  });
}
