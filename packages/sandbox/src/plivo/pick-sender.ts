import type { PlivoWorld } from './open-world.ts';
import type { Powerpack } from './sandbox-state.ts';

/**
 * Which number of a powerpack texts this person: with a sticky sender the one that texted last, else a number of the
 * person's own area code where local connect is on, else the one that has been used least.
 */
export function pickSender(world: PlivoWorld, powerpack: Powerpack, to: string): string {
  const sent = world.state.texts.filter((text) => text.powerpackUuid === powerpack.uuid);
  if (powerpack.stickySender) {
    const last = sent.findLast((text) => text.to === to && powerpack.numbers.includes(text.from));
    if (last) return last.from;
  }
  const local = powerpack.localConnect
    ? powerpack.numbers.filter((number) => number.slice(0, 4) === to.slice(0, 4))
    : [];
  const candidates = local.length ? local : powerpack.numbers;
  const uses = (number: string) => sent.filter((text) => text.from === number).length;
  return candidates.reduce((best, number) => (uses(number) < uses(best) ? number : best));
}
