import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const folder = join(process.cwd(), 'public');
const manifest: {
  name: string;
  start_url: string;
  display: string;
  icons: { src: string; sizes: string; purpose: string }[];
} = JSON.parse(readFileSync(join(folder, 'manifest.webmanifest'), 'utf8'));

it('can be installed: a name, a start, its own window, icons of 192 and 512 and a maskable one', () => {
  expect(manifest).toMatchObject({ name: 'Kvitt', start_url: '/', display: 'standalone' });
  const has = (sizes: string, purpose: string) =>
    manifest.icons.some((icon) => icon.sizes === sizes && icon.purpose === purpose);
  expect([has('192x192', 'any'), has('512x512', 'any'), has('512x512', 'maskable')]).toEqual([
    true,
    true,
    true,
  ]);
});

it('names only icons that exist, each as large as it says', () => {
  for (const { src, sizes } of manifest.icons) {
    const path = join(folder, src);
    expect(existsSync(path)).toBe(true);
    if (!src.endsWith('.png')) continue;
    // A PNG says its width in the four bytes after the name of its first chunk.
    expect(`${readFileSync(path).readUInt32BE(16)}x${readFileSync(path).readUInt32BE(20)}`).toBe(sizes);
  }
});
