import { Agent } from '@kvitt/db/agent/agent.entity';
import { BoardSetting } from '@kvitt/db/incentive/board-setting.entity';
import { Contest } from '@kvitt/db/incentive/contest.entity';
import { DisplayToken } from '@kvitt/db/incentive/display-token.entity';
import { MANAGERS } from '@kvitt/domain/agent/role';
import { noteAct } from '@kvitt/flows/agent/note-act';
import { importHours } from '@kvitt/flows/incentive/import-hours';
import { makeDisplay } from '@kvitt/flows/incentive/make-display';
import { saveContest } from '@kvitt/flows/incentive/save-contest';
import { z } from 'zod';
import { consoleRoom, forRoles, refuse } from '../kit/trpc-console.ts';

const CONTEST = z.object({
  name: z.string().trim().min(1).max(80),
  prize: z.string().trim().min(1).max(120),
  goal: z.int().min(1).max(1_000_000),
  startsOn: z.iso.date(),
  endsOn: z.iso.date(),
});

const PLACE = z.object({
  agentId: z.uuid(),
  team: z.string().trim().max(60).nullable(),
  site: z.string().trim().max(60).nullable(),
  ownPhone: z
    .string()
    .regex(/^\+\d{7,15}$/)
    .nullable(),
});

/** What managers set about the leaderboard: contests, hours, teams, the wall, how much of it agents see. */
export const boardSettingRoom = consoleRoom({
  show: forRoles(MANAGERS).query(async ({ ctx: { em, agent } }) => {
    const { billerId } = agent;
    const agents = await em.find(
      Agent,
      { billerId, removedAt: null },
      { orderBy: { name: 'asc' }, limit: 500 },
    );
    const open = { billerId, revokedAt: null };
    const displays = await em.find(DisplayToken, open, { orderBy: { createdAt: 'desc' }, limit: 50 });
    const setting = await em.findOne(BoardSetting, { billerId });
    return {
      isPrivate: setting?.isPrivate ?? false,
      agents: agents.map(({ id, name, team, site, ownPhone }) => ({ id, name, team, site, ownPhone })),
      displays: displays.map(({ id, name, author, createdAt }) => ({ id, name, author, createdAt })),
    };
  }),

  setPrivacy: forRoles(MANAGERS)
    .input(z.object({ isPrivate: z.boolean() }))
    .mutation(async ({ ctx: { em, tx, agent, actor }, input }) => {
      await em.upsert(BoardSetting, { billerId: agent.billerId, ...input });
      await noteAct(tx, actor, 'board.privacy', { detail: input.isPrivate ? 'own place' : 'top' });
    }),

  /** Where an agent works, and their own mobile, on which no bonus is earned unseen. */
  place: forRoles(MANAGERS)
    .input(PLACE)
    .mutation(async ({ ctx: { em, tx, agent, actor }, input: { agentId, ...where } }) => {
      const key = { billerId: agent.billerId, id: agentId };
      if ((await em.nativeUpdate(Agent, key, where)) === 0) return refuse('NO_SUCH_AGENT');
      await noteAct(tx, actor, 'agent.placed', { subject: 'agent', subjectId: agentId });
      return where;
    }),

  importHours: forRoles(MANAGERS)
    .input(z.object({ csv: z.string().max(60_000) }))
    .mutation(({ ctx: { tx, actor }, input }) => importHours(tx, actor, input.csv)),

  beginContest: forRoles(MANAGERS)
    .input(CONTEST)
    .mutation(async ({ ctx: { tx, actor }, input }) => {
      const answer = await saveContest(tx, actor, input);
      return answer.kind === 'refused' ? refuse(answer.refusal) : answer;
    }),

  endContest: forRoles(MANAGERS)
    .input(z.object({ contestId: z.uuid() }))
    .mutation(async ({ ctx: { em, tx, agent, actor }, input }) => {
      const open = { billerId: agent.billerId, id: input.contestId, endedAt: null };
      const ended = await em.nativeUpdate(Contest, open, { endedAt: tx.clock.now() });
      if (ended > 0)
        await noteAct(tx, actor, 'contest.ended', { subject: 'contest', subjectId: input.contestId });
      return { ended };
    }),

  makeDisplay: forRoles(MANAGERS)
    .input(z.object({ name: z.string().trim().min(1).max(60) }))
    .mutation(({ ctx: { tx, actor }, input }) => makeDisplay(tx, actor, input.name)),

  revokeDisplay: forRoles(MANAGERS)
    .input(z.object({ displayId: z.uuid() }))
    .mutation(async ({ ctx: { em, tx, agent, actor }, input }) => {
      const open = { billerId: agent.billerId, id: input.displayId, revokedAt: null };
      const revoked = await em.nativeUpdate(DisplayToken, open, { revokedAt: tx.clock.now() });
      if (revoked > 0)
        await noteAct(tx, actor, 'display.revoked', { subject: 'display', subjectId: input.displayId });
      return { revoked };
    }),
});
