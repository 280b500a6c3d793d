import { readFileSync } from 'node:fs';
import { CommandError } from '../command-error.ts';
import { EXIT } from '../exit-codes.ts';

/** No wording is longer; a file that is, is another file. */
const MAX_BYTES = 100_000;

/** The wording in a file, or on standard input for `-`, without the space around it. */
export function readWording(file: string): string {
  let bytes: Buffer;
  try {
    bytes = readFileSync(file === '-' ? 0 : file);
  } catch (error) {
    throw new CommandError(EXIT.usage, `${file} cannot be read: ${(error as Error).message}`);
  }
  if (bytes.length > MAX_BYTES) {
    throw new CommandError(
      EXIT.usage,
      `${file} has ${bytes.length} bytes; a wording has ${MAX_BYTES} at the most.`,
    );
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes).trim();
  } catch {
    throw new CommandError(EXIT.usage, `${file} is not UTF-8: save it as UTF-8.`);
  }
}
