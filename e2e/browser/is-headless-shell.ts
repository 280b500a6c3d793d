import { closeSync, existsSync, openSync, readSync, realpathSync } from 'node:fs';
import path from 'node:path';

/**
 * Whether a Chromium is the headless shell, which calls itself by the same name and version. On Linux a whole
 * Chromium has its resources beside the program, or is started by a script; the shell is one bare program.
 */
export function isHeadlessShell(executablePath: string): boolean {
  const file = realpathSync(executablePath);
  if (/headless[-_]shell/.test(file)) return true;
  return isElf(file) && !existsSync(path.join(path.dirname(file), 'resources.pak'));
}

function isElf(file: string): boolean {
  const head = Buffer.alloc(4);
  const handle = openSync(file, 'r');
  readSync(handle, head, 0, head.length, 0);
  closeSync(handle);
  return head.toString('latin1') === '\x7fELF';
}
