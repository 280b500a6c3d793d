import type { Evidence, Violation } from './evidence.ts';
import { judgeAutopay } from './judge-autopay.ts';
import { judgeInbound } from './judge-inbound.ts';
import { judgeMoney } from './judge-money.ts';
import { judgeOutbound } from './judge-outbound.ts';
import { judgeRefunds } from './judge-refunds.ts';
import { judgeReminders } from './judge-reminders.ts';
import { judgeStops } from './judge-stops.ts';

const JUDGES = [
  judgeMoney,
  judgeRefunds,
  judgeAutopay,
  judgeInbound,
  judgeOutbound,
  judgeReminders,
  judgeStops,
];

/** Every invariant that a run can break; what is found, none where all is well. */
export async function judgeAll(evidence: Evidence): Promise<Violation[]> {
  const found: Violation[] = [];
  for (const judge of JUDGES) found.push(...(await judge(evidence)));
  return found;
}
