import { CAPS } from './caps.ts';
import type { PolicyRules } from './rule.ts';
import { WINDOWS_EUROPE } from './windows-europe.ts';
import { WINDOWS_US } from './windows-us.ts';
import { WINDOWS_US_REPORTED } from './windows-us-reported.ts';
import { WINDOWS_US_STATES } from './windows-us-states.ts';

/**
 * Every rule of contact that is not a client's own. A rule is added here as a row, never as code; one that has been in
 * force is ended with `to`, so that what was decided under it stays explained.
 */
export const RULES: PolicyRules = {
  countries: ['US', 'NO', 'SE', 'DE', 'GB'],
  windows: [...WINDOWS_US, ...WINDOWS_US_STATES, ...WINDOWS_EUROPE, ...WINDOWS_US_REPORTED],
  caps: CAPS,
};
