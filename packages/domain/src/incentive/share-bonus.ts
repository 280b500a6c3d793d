import type { BonusKind, BonusPlan } from './bonus-plan.ts';

export interface BonusShare {
  agentId: string;
  /** Minor units; never nothing. */
  minor: number;
}

/**
 * What the agents of an enrollment earn for it. Two agents share it half and half, the odd cent going to the one whose call
 * it was; what goes beyond an agent's day is not paid.
 * @param call.earnedTodayMinor what an agent has earned on the day so far
 */
export function shareBonus(
  plan: BonusPlan,
  kind: BonusKind,
  call: {
    agentId: string;
    helperId: string | null;
    isAgain: boolean;
    earnedTodayMinor(agentId: string): number;
  },
): BonusShare[] {
  const whole = plan.amountMinor[kind];
  const minor = call.isAgain ? Math.floor((whole * plan.againPercent) / 100) : whole;
  const half = call.helperId === null ? 0 : Math.floor(minor / 2);
  const shares = [{ agentId: call.agentId, minor: minor - half }];
  if (call.helperId !== null) shares.push({ agentId: call.helperId, minor: half });
  return shares
    .map((share) => {
      const room = Math.max(0, plan.mostPerDayMinor - call.earnedTodayMinor(share.agentId));
      return { ...share, minor: Math.min(share.minor, room) };
    })
    .filter((share) => share.minor > 0);
}
