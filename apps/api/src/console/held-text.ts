import { listHeldTexts } from '@kvitt/db/message/list-held-texts';
import { ANYONE, TEXT_JUDGES } from '@kvitt/domain/agent/role';
import { decideHeldText } from '@kvitt/flows/message/decide-held-text';
import { z } from 'zod';
import { consoleRoom, forRoles, refuse } from '../kit/trpc-console.ts';

const DECISION = z.object({ id: z.uuid(), as: z.enum(['released', 'dropped']) });

/** Texts that the rules of contact left to a person. */
export const heldTextRoom = consoleRoom({
  /** Oldest first: it is closest to being of no use any more. */
  list: forRoles(ANYONE).query(({ ctx: { em, agent } }) => listHeldTexts(em, agent.billerId)),

  /** Lets one go, or drops it; the rules that nobody may decide are asked again when it is sent. */
  decide: forRoles(TEXT_JUDGES)
    .input(DECISION)
    .mutation(async ({ ctx: { tx, actor }, input: { id, as } }) => {
      const { billerId, name: by, id: byId } = actor;
      const answer = await decideHeldText(tx, { billerId, id, as, by, byId });
      return answer === 'not-held' ? refuse('not-held') : { kind: answer };
    }),
});
