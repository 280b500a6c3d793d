import type { CallScript } from './call-script.ts';
import { findStep } from './step-script.ts';

export interface RushedStep {
  step: string;
  ms: number;
  leastMs: number;
}

/** The steps of a call that were left sooner than anybody can have read them out, by what the script says of each. */
export function findRushed(script: CallScript, path: readonly { step: string; ms: number }[]): RushedStep[] {
  return path.flatMap(({ step, ms }) => {
    const leastMs = findStep(script, step)?.leastMs ?? 0;
    return ms < leastMs ? [{ step, ms, leastMs }] : [];
  });
}
