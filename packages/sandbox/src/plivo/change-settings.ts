import type { PlivoWorld } from './open-world.ts';
import type { Settings } from './sandbox-state.ts';

/** Switches what can be switched while the sandbox runs; what is not named stays. */
export function changeSettings(world: PlivoWorld, settings: Partial<Settings>): void {
  Object.assign(world.state.settings, settings);
  // Money on the account again ends the two minutes in which sends are refused.
  if (settings.hasCredit) world.state.noCreditUntil = 0;
  world.tell({ kind: 'settings' });
  world.save();
}
