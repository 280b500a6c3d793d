import { findWording } from '../consent/find-wording.ts';
import type { Language } from '../locale/language.ts';
import type { CallScript, CallStep } from './call-script.ts';

/** What a script's words name of the caller. */
export interface CallFacts {
  agent: string;
  brand: string;
  /** The caller's. */
  name: string;
  /** The last two digits of the caller's phone. */
  phoneEnd: string;
  /** What they get for doing without paper, as `sayCredit` says it; empty where they get nothing. */
  credit: string;
}

/**
 * The words to say on a step, in the caller's language and with their facts in place. Where the step reads a consent's
 * wording, that wording is all of it, unshortened.
 */
export function sayStep(script: CallScript, step: CallStep, language: Language, facts: CallFacts): string {
  const { wording } = step;
  if (wording !== undefined) {
    const said = findWording(wording, { channel: 'oral', language, brand: facts.brand });
    if (!said)
      throw new Error(`the script ${script.key} reads ${wording}, which is no wording to be read aloud`);
    return fill(said.words, facts);
  }
  const words = script.words[language][step.id];
  if (words === undefined) throw new Error(`the script ${script.key} has no words for ${step.id}`);
  return fill(words, facts);
}

function fill(words: string, facts: CallFacts): string {
  return words.replaceAll(/\{(\w+)\}/g, (all, name: string) => facts[name as keyof CallFacts] ?? all);
}
