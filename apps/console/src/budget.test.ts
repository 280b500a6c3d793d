import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, it } from 'vitest';

/** What the console may weigh before an agent sees the inbox: script and style, gzipped. */
const BUDGET_KB = 225;
const dist = join(process.cwd(), 'dist');
const assets = join(dist, 'assets');

/** A file and all that it imports at once, by the names in the built text; what is loaded later is left out. */
function reach(name: string, seen = new Set<string>()): Set<string> {
  if (seen.has(name)) return seen;
  seen.add(name);
  const text = readFileSync(join(assets, name), 'utf8');
  for (const [, file] of text.matchAll(/(?:from|import)\s*"\.\/([\w.-]+\.js)"/g)) if (file) reach(file, seen);
  return seen;
}

it('shows the inbox with at most 225 KB of script and style', async ({ annotate }) => {
  const all = readdirSync(assets);
  const entry = all.filter((name) => /^(index|AppShell|InboxPage|en|desk-en)-.*\.js$/.test(name));
  expect(entry.length).toBeGreaterThanOrEqual(5);
  const scripts = new Set(entry.flatMap((name) => [...reach(name)]));
  const files = [...scripts, ...all.filter((name) => name.endsWith('.css'))];
  const kb = files.reduce((sum, name) => sum + gzipSync(readFileSync(join(assets, name))).length, 0) / 1024;
  await annotate(`${kb.toFixed(1)} KB gzip`);
  expect(kb).toBeLessThanOrEqual(BUDGET_KB);
  expect(kb).toBeGreaterThan(60);
});

it('keeps all code free of eval, which the content policy forbids', () => {
  for (const name of readdirSync(assets).filter((file) => file.endsWith('.js'))) {
    expect(readFileSync(join(assets, name), 'utf8')).not.toMatch(/\beval\(|new Function\(/);
  }
});

it('brings every icon along that its sources name: one that is missing would be asked for on the network', () => {
  const built = readdirSync(assets)
    .filter((file) => file.endsWith('.js'))
    .map((file) => readFileSync(join(assets, file), 'utf8'))
    .join('\n');
  const sources = readdirSync(join(process.cwd(), 'src'), { recursive: true, encoding: 'utf8' });
  const named = sources
    .filter((file) => /\.(vue|ts)$/.test(file) && !file.endsWith('.test.ts'))
    .flatMap((file) => [
      ...readFileSync(join(process.cwd(), 'src', file), 'utf8').matchAll(/\bi-lucide-([a-z0-9-]+)/g),
    ]);
  const icons = new Set(named.map(([, icon]) => icon));
  expect(icons.size).toBeGreaterThan(40);
  expect(
    [...icons].filter((icon) => !built.includes(`${icon}":{"width"`) && !built.includes(`${icon}:{"width"`)),
  ).toEqual([]);
});
