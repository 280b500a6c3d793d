import { localInstant } from '@kvitt/domain/time/local-instant';
import type { ClockOrder } from '@kvitt/runtime/clock/move-clock';

export type ClockWish =
  | ClockOrder
  | { kind: 'show' }
  | { kind: 'reset' }
  | { kind: 'unreadable'; why: string };

const UNIT_MS: Record<string, number> = { s: 1_000, m: 60_000, h: 3_600_000, d: 86_400_000, w: 604_800_000 };

const FORMS =
  'It is written as +36h, +3d (s, m, h, d, w), as 2026-12-24T09:00 in the biller’s zone or with one of its own, as next-text, or as reset.';

/**
 * Reads where time is to go: `+3d`, `-2h` (which is refused later, with the reason), `2026-12-24T09:00`, `next-text`.
 * @param timeZone the zone of a time without one
 */
export function readClockOrder(text: string | undefined, timeZone: string): ClockWish {
  if (text === undefined) return { kind: 'show' };
  if (text === 'reset' || text === 'next-text') return { kind: text };
  const [, sign, count, unit] = /^([+-])(\d{1,7})([smhdw])$/.exec(text) ?? [];
  if (unit !== undefined) {
    return { kind: 'by', ms: Number(count) * (UNIT_MS[unit] ?? 0) * (sign === '-' ? -1 : 1) };
  }
  const [, date, time, zone] =
    /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}(?::\d{2})?))?(Z|[+-]\d{2}:\d{2})?$/.exec(text) ?? [];
  const plain = Date.parse(`${date}T${time ?? '00:00'}Z`);
  // 30 February rolls over into March instead of being refused.
  if (date === undefined || Number.isNaN(plain) || new Date(plain).toISOString().slice(0, 10) !== date) {
    return { kind: 'unreadable', why: FORMS };
  }
  if (zone) return { kind: 'to', atMs: Date.parse(`${date}T${time ?? '00:00'}${zone}`) };
  const sinceMidnightMs = plain - Date.parse(`${date}T00:00Z`);
  const minute = Math.floor(sinceMidnightMs / 60_000);
  return { kind: 'to', atMs: localInstant(date, minute, timeZone) + (sinceMidnightMs - minute * 60_000) };
}
