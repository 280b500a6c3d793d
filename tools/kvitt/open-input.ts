import { createReadStream, statSync } from 'node:fs';
import type { Readable } from 'node:stream';
import { CommandError } from './command-error.ts';
import { EXIT } from './exit-codes.ts';

export interface Input {
  stream: Readable;
  /** In bytes; undefined for standard input. */
  size: number | undefined;
}

/** Opens what a command is to read: a file, or standard input for `-`. */
export function openInput(file: string): Input {
  if (file === '-') return { stream: process.stdin, size: undefined };
  const found = statSync(file, { throwIfNoEntry: false });
  if (found === undefined) throw new CommandError(EXIT.usage, `There is no file ${file}.`);
  if (found.isDirectory()) throw new CommandError(EXIT.usage, `${file} is a folder, not a file.`);
  return { stream: createReadStream(file), size: found.size };
}
