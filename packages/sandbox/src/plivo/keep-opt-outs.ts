import type { PlivoWorld } from './open-world.ts';
import type { Intent } from './read-keyword.ts';
import type { OptOut, SandboxNumber, SandboxText } from './sandbox-state.ts';

/** After a STOP the account may send one confirmation within five minutes; everything else is blocked. */
const confirmationWindowMs = 5 * 60_000;

/**
 * Enters or removes a person in the vendor's own do-not-disturb table, for a number that has one.
 * Blocked is the pair of number and person; for 10DLC every number of the campaign.
 */
export function keepOptOuts(world: PlivoWorld, number: SandboxNumber, person: string, intent: Intent): void {
  if (!hasOptOutList(number)) return;
  const { state } = world;
  if (intent === 'optout') {
    state.optOuts = state.optOuts.filter(
      (entry) => !(entry.number === number.number && entry.person === person),
    );
    state.optOuts.push({
      number: number.number,
      person,
      campaign: number.campaign ?? null,
      at: world.now(),
      confirmationUsed: false,
    });
  } else if (intent === 'optin') {
    state.optOuts = state.optOuts.filter((entry) => !covers(entry, number, person));
  } else return;
  world.tell({ kind: 'opt-outs' });
}

/** Long codes and toll-free numbers have the list by default, short codes on request. */
export function hasOptOutList(number: SandboxNumber): boolean {
  return number.optOutList ?? number.kind !== 'short-code';
}

/** Whether the table lets an outbound text pass. A confirmation that passes is used up by this very question. */
export function mayTextPass(world: PlivoWorld, text: SandboxText): boolean {
  const number = world.numbers.get(text.from);
  const entry = number && world.state.optOuts.find((other) => covers(other, number, text.to));
  if (!entry || text.origin === 'automatic') return true;
  if (entry.confirmationUsed || world.now() - entry.at > confirmationWindowMs) return false;
  entry.confirmationUsed = true;
  return true;
}

function covers(entry: OptOut, number: SandboxNumber, person: string): boolean {
  if (entry.person !== person) return false;
  return entry.number === number.number || (entry.campaign !== null && entry.campaign === number.campaign);
}
