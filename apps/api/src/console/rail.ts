import { countRail } from '@kvitt/db/desk/count-rail';
import { ANYONE } from '@kvitt/domain/agent/role';
import { consoleRoom, forRoles } from '../kit/trpc-console.ts';

/** What stands beside the entries of the console's rail. */
export const railRoom = consoleRoom({
  counts: forRoles(ANYONE).query(({ ctx: { em, tx, agent } }) =>
    countRail(em, { billerId: agent.billerId, agentId: agent.id, now: tx.clock.now() }),
  ),
});
