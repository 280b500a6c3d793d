import { SavedView } from '@kvitt/db/desk/saved-view.entity';
import { ANYONE } from '@kvitt/domain/agent/role';
import { removeView, saveView } from '@kvitt/flows/desk/save-view';
import { z } from 'zod';
import { consoleRoom, forRoles, refuse } from '../kit/trpc-console.ts';

const MOST = 200;
const SCREENS = ['customers', 'figures', 'work', 'bonuses', 'audit'] as const;
const word = z.string().max(80);

const SETTING = z.object({
  filters: z.record(word, z.union([word, z.array(word).max(20)])),
  columns: z.array(word).max(40),
  sort: z.object({ by: word, isBackwards: z.boolean() }).nullable(),
});

/** Views of the console's tables: an agent's own follow them to every browser, shared ones are everybody's. */
export const viewRoom = consoleRoom({
  list: forRoles(ANYONE)
    .input(z.object({ screen: z.enum(SCREENS) }))
    .query(async ({ ctx: { em, agent }, input: { screen } }) => {
      const { billerId, id: agentId } = agent;
      const views = await em.find(
        SavedView,
        { billerId, screen, $or: [{ agentId }, { isShared: true }] },
        { orderBy: { name: 'asc', id: 'asc' }, limit: MOST },
      );
      return views.map(({ id, name, isShared, setting, agentId: whose }) => ({
        ...{ id, name, isShared, setting },
        isMine: whose === agentId,
      }));
    }),

  /** Whether a role may share one, the flow says. */
  save: forRoles(ANYONE)
    .input(
      z.object({
        id: z.uuid(),
        screen: z.enum(SCREENS),
        name: z.string().trim().max(60),
        isShared: z.boolean(),
        setting: SETTING,
      }),
    )
    .mutation(async ({ ctx: { tx, actor, agent }, input }) => {
      const answer = await saveView(tx, { ...actor, role: agent.role }, input);
      return answer.kind === 'refused' ? refuse(answer.refusal) : answer;
    }),

  remove: forRoles(ANYONE)
    .input(z.object({ id: z.uuid() }))
    .mutation(async ({ ctx: { tx, actor, agent }, input }) => {
      const answer = await removeView(tx, { ...actor, role: agent.role }, input);
      return answer.kind === 'refused' ? refuse(answer.refusal) : answer;
    }),
});
