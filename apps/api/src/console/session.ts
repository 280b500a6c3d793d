import { Agent } from '@kvitt/db/agent/agent.entity';
import { endSessions, listSessions } from '@kvitt/db/agent/sessions';
import { Biller } from '@kvitt/db/biller/biller.entity';
import { ANYONE } from '@kvitt/domain/agent/role';
import { noteAct } from '@kvitt/flows/agent/note-act';
import { z } from 'zod';
import { consoleRoom, forRoles } from '../kit/trpc-console.ts';

/** Who I am, and where I am signed in. */
export const sessionRoom = consoleRoom({
  me: forRoles(ANYONE).query(async ({ ctx: { agent, em, tx } }) => {
    const biller = await em.findOneOrFail(Biller, { id: agent.billerId });
    const { team } = await em.findOneOrFail(Agent, { billerId: agent.billerId, id: agent.id });
    const { id, name, email, role, hasSecondFactor } = agent;
    const { name: billerName, currency, timeZone, accent } = biller;
    return {
      id,
      name,
      email,
      role,
      team: team ?? null,
      hasSecondFactor,
      /** The server's clock: what is shown as passed or as to come counts by it, not by the browser's. */
      now: tx.clock.now().toISOString(),
      biller: { name: billerName, currency, timeZone, accent },
    };
  }),

  /** Sessions are the sign-in library's rows, which the console's role cannot see: asked for by the agent's own id. */
  list: forRoles(ANYONE).query(async ({ ctx: { agent, unlimited } }) => {
    const sessions = await listSessions(unlimited.em, agent.id);
    return sessions.map((one) => ({ ...one, isThisOne: one.id === agent.sessionId }));
  }),

  end: forRoles(ANYONE)
    .input(z.object({ sessionId: z.string().max(64) }))
    .mutation(async ({ ctx: { agent, actor, tx, unlimited }, input }) => {
      const ended = await endSessions(unlimited.em, agent.id, input.sessionId);
      if (ended > 0)
        await noteAct(tx, actor, 'session.ended', { subject: 'session', subjectId: input.sessionId });
      return { ended };
    }),
});
