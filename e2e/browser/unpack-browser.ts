import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser } from './browser.ts';
import { sandboxArgs } from './sandbox-args.ts';

const cache = path.resolve(import.meta.dirname, '../../node_modules/.cache');

/**
 * Unpacks the headless shell that the package @sparticuz/chromium holds; three seconds, once per version. Its
 * recommended arguments are left alone: they run everything in one process and switch web security off.
 */
export function unpackBrowser(): Browser {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error('There is no Chromium here. Install Chrome, or run `npx playwright install chromium`.');
  }
  const entry = createRequire(import.meta.url).resolve('@sparticuz/chromium');
  const folder = path.join(cache, `chromium-${versionOf(entry)}`);
  if (!existsSync(folder)) unpack(entry, folder);
  const executablePath = path.join(folder, 'chromium');
  return { executablePath, args: sandboxArgs(), env: environmentFor(executablePath, folder), isFull: false };
}

function versionOf(entry: string): string {
  const manifest = path.resolve(path.dirname(entry), '../package.json');
  return (JSON.parse(readFileSync(manifest, 'utf8')) as { version: string }).version;
}

/**
 * The package writes below the directory for temporary files and takes whatever lies there for complete, so it is
 * given a directory of its own, in a process of its own, which gets its final name only when everything is there.
 */
function unpack(entry: string, folder: string): void {
  const aside = `${folder}.${process.pid}`;
  rmSync(aside, { recursive: true, force: true });
  mkdirSync(aside, { recursive: true });
  const bin = path.resolve(path.dirname(entry), '../bin');
  const archives = ['chromium.br', 'fonts.tar.br', 'swiftshader.tar.br', 'al2023.tar.br'];
  const script = `
    const { inflate } = await import(${JSON.stringify(pathToFileURL(entry).href)});
    for (const file of ${JSON.stringify(archives.map((name) => path.join(bin, name)))}) await inflate(file);`;
  const env = { ...process.env, TMPDIR: aside };
  const unpacked = spawnSync(process.execPath, ['--input-type=module', '-e', script], {
    env,
    encoding: 'utf8',
  });
  if (unpacked.status !== 0) throw new Error(`Chromium could not be unpacked: ${unpacked.stderr}`);
  writeFileSync(path.join(aside, 'fonts.conf'), fontsConf);
  try {
    renameSync(aside, folder);
  } catch (error) {
    rmSync(aside, { recursive: true, force: true });
    // Another process was faster, and its copy is as good.
    if (!existsSync(folder)) throw error;
  }
}

/** The configuration in the package names the folders of a cloud function. */
const fontsConf = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir prefix="relative">fonts</dir>
  <cachedir prefix="xdg">fontconfig</cachedir>
</fontconfig>
`;

/** A slim machine lacks libnss3 and its friends, and has no fonts; the package brings both along. */
function environmentFor(executablePath: string, folder: string): Record<string, string> {
  const hasFonts = existsSync('/usr/share/fonts');
  const fonts: Record<string, string> = hasFonts ? {} : { FONTCONFIG_FILE: path.join(folder, 'fonts.conf') };
  if (starts(executablePath, fonts).status === 0) return fonts;
  const libraries = { ...fonts, LD_LIBRARY_PATH: path.join(folder, 'al2023', 'lib') };
  const second = starts(executablePath, libraries);
  if (second.status === 0) return libraries;
  throw new Error(`The unpacked Chromium does not start: ${second.stderr || second.error?.message}`);
}

function starts(executablePath: string, env: Record<string, string>) {
  return spawnSync(executablePath, ['--version'], {
    env: { ...process.env, ...env },
    encoding: 'utf8',
    timeout: 20_000,
  });
}
