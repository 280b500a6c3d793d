import { createPublicKey } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { CommandError } from '../command-error.ts';
import { EXIT } from '../exit-codes.ts';

/**
 * Reads the key that a seal must be of: SPKI in base64, as `consent key` prints it, or a file that holds this or PEM.
 * @returns SPKI in base64
 */
export function readPublicKey(given: string): string {
  const text = (existsSync(given) ? readFileSync(given, 'utf8') : given).trim();
  try {
    const key = text.includes('BEGIN')
      ? createPublicKey(text)
      : createPublicKey({ key: Buffer.from(text, 'base64'), format: 'der', type: 'spki' });
    return key.export({ format: 'der', type: 'spki' }).toString('base64');
  } catch {
    throw new CommandError(EXIT.usage, `${given} is no public key, and no file with one.`);
  }
}
