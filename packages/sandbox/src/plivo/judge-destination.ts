import type { Destination } from './sandbox-state.ts';

export interface Verdict {
  outcome: Destination['outcome'];
  errorCode: string | null;
  latencyMs: number;
}

/** Most carriers report within a few seconds; long enough to see a text under way, short enough not to wait for it. */
const usualLatencyMs = 1500;

/**
 * Codes with which the vendor gives a text up before it reaches a carrier; the others come back from the carrier, so
 * the text is `sent` first and `undelivered` then.
 */
const failsBeforeDispatch = new Set([
  '10',
  '40',
  '50',
  '90',
  '110',
  '200',
  '201',
  '300',
  '420',
  '450',
  '900',
  '910',
]);

/**
 * What becomes of a text to `number`: what was set for it, or what its digits say. Numbers of the exchange 555 whose
 * line begins with 9 end in the error code of the other three digits: 1 415 555 9050 is a landline (50),
 * 1 415 555 9080 is switched off (80); 9999 stands for code 1000, and 9000 never gets a report.
 */
export function judgeDestination(number: string, set: Destination | undefined): Verdict {
  if (set) {
    return {
      outcome: set.outcome,
      errorCode: codeOf(set),
      latencyMs: set.latencyMs ?? usualLatencyMs,
    };
  }
  const digits = /^1\d{3}5559(\d{3})$/.exec(number)?.[1];
  if (!digits) return { outcome: 'delivered', errorCode: null, latencyMs: usualLatencyMs };
  if (digits === '000') return { outcome: 'sent-only', errorCode: null, latencyMs: usualLatencyMs };
  const errorCode = digits === '999' ? '1000' : String(Number(digits));
  const outcome = failsBeforeDispatch.has(errorCode) ? 'failed' : 'undelivered';
  return { outcome, errorCode, latencyMs: usualLatencyMs };
}

/** Without a code of its own, an undelivered text met a phone that is switched off (80), a failed one the vendor's own trouble (300). */
function codeOf(set: Destination): string | null {
  if (set.outcome === 'undelivered') return set.errorCode ?? '80';
  if (set.outcome === 'failed') return set.errorCode ?? '300';
  return null;
}
