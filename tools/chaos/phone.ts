import type { PlivoSandbox } from '@kvitt/sandbox/plivo/start-plivo';
import type { Dice } from './dice.ts';

/** A person's phone: it says, and it hears what it was texted, once each and in order. */
export interface Phone {
  number: string;
  dice: Dice;
  say(text: string): Promise<void>;
  /** The first text not heard yet that fits the pattern; undefined when none has come within the person's patience. */
  hear(pattern: RegExp, patienceMs?: number): Promise<RegExpExecArray | undefined>;
}

/** Real milliseconds that a person waits for an answer before trying something else. */
const PATIENCE_MS = 15_000;

/** How often a person looks at their phone. */
const LOOK_MS = 60;

interface Waiting {
  pattern: RegExp;
  untilMs: number;
  heard(match: RegExpExecArray | undefined): void;
}

/** All phones of the run, served by one look at the carrier's list at a time. */
export function openPhones(plivo: PlivoSandbox, ourNumber: string) {
  const inboxes = new Map<string, string[]>();
  const waiting = new Map<string, Waiting>();
  let seen = 0;

  const look = () => {
    const texts = plivo.texts();
    for (const { to, text } of texts.slice(seen)) inboxes.get(to)?.push(text);
    seen = texts.length;
    for (const [number, wait] of waiting) {
      const match = takeMatch(inboxes.get(number) ?? [], wait.pattern);
      if (!match && Date.now() < wait.untilMs) continue;
      waiting.delete(number);
      wait.heard(match);
    }
  };
  const timer = setInterval(look, LOOK_MS);

  return {
    open(number: string, dice: Dice): Phone {
      inboxes.set(number, []);
      return {
        number,
        dice,
        async say(text) {
          await plivo.receive({ from: number, to: ourNumber, text });
        },
        hear: (pattern, patienceMs = PATIENCE_MS) =>
          new Promise((heard) => {
            waiting.set(number, { pattern, untilMs: Date.now() + patienceMs, heard });
          }),
      };
    },
    close: () => clearInterval(timer),
  };
}

/** Throws away what came before the match: it has been read. */
function takeMatch(inbox: string[], pattern: RegExp): RegExpExecArray | undefined {
  for (const [index, text] of inbox.entries()) {
    const match = pattern.exec(text);
    if (!match) continue;
    inbox.splice(0, index + 1);
    return match;
  }
  return undefined;
}
