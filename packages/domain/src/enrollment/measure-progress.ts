import type { CallScript } from './call-script.ts';
import { findStep } from './step-script.ts';

/**
 * How far a call is on the way to its end: steps of the willing caller's path that lie behind it, and how many there are.
 * On an answer to a doubt it is as far as where the doubt was raised.
 */
export function measureProgress(script: CallScript, at: string): { done: number; of: number } {
  const path = walkWilling(script);
  const here = path.indexOf(at);
  if (here >= 0) return { done: here, of: path.length };
  const part = findStep(script, at)?.part;
  const raisedAt = path.findIndex((id) => findStep(script, id)?.part === part);
  return { done: Math.max(0, raisedAt), of: path.length };
}

/** The steps of a caller who says yes to everything. */
function walkWilling(script: CallScript): string[] {
  const path: string[] = [];
  let at: string | undefined = script.first;
  while (at !== undefined && !path.includes(at)) {
    path.push(at);
    const first: CallScript['steps'][number]['choices'][number] | undefined = findStep(script, at)
      ?.choices[0];
    at = first && 'next' in first ? first.next : undefined;
  }
  return path;
}
