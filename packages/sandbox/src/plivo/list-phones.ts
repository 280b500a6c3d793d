import { judgeDestination } from './judge-destination.ts';
import type { PlivoWorld } from './open-world.ts';
import type { Handset, SandboxText } from './sandbox-state.ts';

/** A test run may text thousands of people; of those without a name the page shows the latest. */
const mostUnnamed = 40;
/** Enough for the last words and the unread count; the page asks for a whole thread when it opens one. */
const textsOfEach = 30;

export interface Phone extends Handset {
  /** When its last text came or went, in milliseconds since the epoch; null where none has. */
  lastAt: number | null;
  isNamed: boolean;
  /** The error code that the digits of a test number stand for; null for any other. */
  digitsCode: string | null;
  /** The latest texts, oldest first. */
  texts: SandboxText[];
}

/** The phones to show: those with a name in their order, then every other number that lately got or sent a text. */
export function listPhones(world: PlivoWorld): Phone[] {
  const textsOf = new Map<string, SandboxText[]>();
  for (const text of world.state.texts) {
    const person = text.direction === 'outbound' ? text.to : text.from;
    const texts = textsOf.get(person);
    if (texts) texts.push(text);
    else textsOf.set(person, [text]);
  }
  const phoneOf = (handset: Handset, isNamed: boolean): Phone => {
    const texts = textsOf.get(handset.number)?.slice(-textsOfEach) ?? [];
    const digitsCode = judgeDestination(handset.number, undefined).errorCode;
    return { ...handset, isNamed, digitsCode, texts, lastAt: texts.at(-1)?.acceptedAt ?? null };
  };
  const known = new Set(world.state.handsets.map((handset) => handset.number));
  const unnamed = [...textsOf.keys()]
    .filter((number) => !known.has(number))
    .map((number) => phoneOf({ number, name: `+${number}` }, false))
    .sort((a, b) => (b.lastAt ?? 0) - (a.lastAt ?? 0))
    .slice(0, mostUnnamed);
  return [...world.state.handsets.map((handset) => phoneOf(handset, true)), ...unnamed];
}
