import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';

const names = ['google-chrome-stable', 'google-chrome', 'chromium', 'chromium-browser'];
const onMac = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];
const onWindows = ['C:\\Program Files', 'C:\\Program Files (x86)'].map((folder) =>
  path.win32.join(folder, 'Google', 'Chrome', 'Application', 'chrome.exe'),
);

/** The Chrome or Chromium that the machine has, if it starts. */
export function findSystemBrowser(): string | undefined {
  if (process.platform === 'win32') return onWindows.find(existsSync);
  const onPath = (process.env.PATH ?? '').split(path.delimiter).filter(Boolean);
  const candidates = [...names.flatMap((name) => onPath.map((folder) => path.join(folder, name))), ...onMac];
  return candidates.find((file) => existsSync(file) && starts(file));
}

/** Ubuntu's `chromium-browser` may be a script that only says how to install one. */
function starts(file: string): boolean {
  return spawnSync(file, ['--version'], { timeout: 20_000 }).status === 0;
}
