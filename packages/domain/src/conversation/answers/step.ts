import type { InboundOutcome } from '../dialog.ts';
import type { DialogEffect, Saying } from '../dialog-effects.ts';

/** What was decided about one inbound text: its outcome, and what is to be done, in order. */
export interface DialogStep {
  outcome: InboundOutcome;
  effects: DialogEffect[];
}

export function step(outcome: InboundOutcome, ...effects: DialogEffect[]): DialogStep {
  return { outcome, effects };
}

/** A step that says something and changes nothing. */
export function answered(what: Saying): DialogStep {
  return step('answered', say(what));
}

export function say(what: Saying): DialogEffect {
  return { do: 'say', what };
}
