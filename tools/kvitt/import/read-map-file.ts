import { readFileSync } from 'node:fs';
import type { MapReading } from '@kvitt/flows/import/map-error';
import { CommandError } from '../command-error.ts';
import { EXIT } from '../exit-codes.ts';

/** Reads a map from its JSON file; every error of it in one go. */
export function readMapFile<T>(file: string | undefined, readMap: (input: unknown) => MapReading<T>): T {
  const reading = readMap(file === undefined ? {} : parseFile(file));
  if (reading.kind === 'map') return reading.map;
  const errors = reading.errors.map(({ pointer, message }) => `  ${pointer || '(the whole map)'} ${message}`);
  throw new CommandError(
    EXIT.usage,
    `The map${file ? ` ${file}` : ''} cannot be used:\n${errors.join('\n')}`,
  );
}

function parseFile(file: string): unknown {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    throw new CommandError(EXIT.usage, `There is no map ${file}.`);
  }
  try {
    // An editor of Windows may have put a byte order mark before it.
    return JSON.parse(text.replace(/^\ufeff/, ''));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new CommandError(EXIT.usage, `The map ${file} is no JSON: ${reason}`);
  }
}
