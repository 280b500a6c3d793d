import { createHash } from 'node:crypto';

/** The card network's own name for a charge or a verification: fifteen digits, the same for the same id. */
export function networkId(id: string): string {
  const digits = BigInt(`0x${createHash('sha256').update(id).digest('hex').slice(0, 16)}`);
  return String(digits % 1_000_000_000_000_000n).padStart(15, '0');
}
