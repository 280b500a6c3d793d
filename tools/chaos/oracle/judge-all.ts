import type { Evidence, Violation } from './evidence.ts';
import { judgeInbound } from './judge-inbound.ts';
import { judgeMoney } from './judge-money.ts';
import { judgeOutbound } from './judge-outbound.ts';
import { judgeReminders } from './judge-reminders.ts';
import { judgeStops } from './judge-stops.ts';

/** Every invariant that a run can break; what is found, none where all is well. */
export async function judgeAll(evidence: Evidence): Promise<Violation[]> {
  const found: Violation[] = [];
  for (const judge of [judgeMoney, judgeInbound, judgeOutbound, judgeReminders, judgeStops]) {
    found.push(...(await judge(evidence)));
  }
  return found;
}
