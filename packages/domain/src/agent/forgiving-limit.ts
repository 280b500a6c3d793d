import type { ManualAdjustment } from '../invoice/adjustment.ts';
import type { Role } from './role.ts';

/**
 * What a person may take off a bill alone, in minor units: an agent a usual late fee, a lead about a bill. What is given up
 * for good is for those who answer for the books.
 */
const LIMITS: Readonly<Partial<Record<Role, number>>> = {
  agent: 2_500,
  lead: 10_000,
  manager: Number.MAX_SAFE_INTEGER,
  admin: Number.MAX_SAFE_INTEGER,
};

const BOOKS_ONLY: readonly ManualAdjustment[] = ['write-off', 'write-off-reversed'];

/** The most that a role may take off a bill by one act of a kind: minor units, 0 where nothing. */
export function forgivingLimit(role: Role, kind: ManualAdjustment): number {
  if (BOOKS_ONLY.includes(kind) && role !== 'manager' && role !== 'admin') return 0;
  return LIMITS[role] ?? 0;
}
