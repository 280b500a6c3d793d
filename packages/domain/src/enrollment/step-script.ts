import type { CallChoice, CallEffect, CallOutcome, CallScript, CallStep, NoReason } from './call-script.ts';

export type StepAnswer =
  | { kind: 'next'; step: string; effect: CallEffect | undefined }
  | { kind: 'ended'; outcome: CallOutcome; reason: NoReason | undefined; effect: CallEffect | undefined }
  | { kind: 'refused'; refusal: 'NO_SUCH_STEP' | 'NO_SUCH_CHOICE' };

/**
 * Where a choice leads, and what it does.
 * @param at the step that the call is on, by its id
 * @param key 1 to 4, as it is pressed
 */
export function stepScript(script: CallScript, at: string, key: number): StepAnswer {
  const step = findStep(script, at);
  if (!step) return { kind: 'refused', refusal: 'NO_SUCH_STEP' };
  const choice: CallChoice | undefined = step.choices[key - 1];
  if (!choice) return { kind: 'refused', refusal: 'NO_SUCH_CHOICE' };
  const { effect } = choice;
  return 'next' in choice
    ? { kind: 'next', step: choice.next, effect }
    : { kind: 'ended', outcome: choice.ends, reason: choice.reason, effect };
}

/** A script's step by its id; undefined where it has none of that name. */
export function findStep(script: CallScript, id: string): CallStep | undefined {
  return script.steps.find((step) => step.id === id);
}
