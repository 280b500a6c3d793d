import { DisplayToken } from '@kvitt/db/incentive/display-token.entity';
import { hashToken } from '@kvitt/db/session/hash-token';
import { type Actor, noteAct } from '../agent/note-act.ts';
import type { TxCtx } from '../kit/context.ts';

/**
 * Makes what opens the leaderboard on a wall, within the caller's transaction; the address is given once and only its hash
 * is kept. The token stands behind the `#`, which browsers send to nobody.
 */
export async function makeDisplay(
  tx: TxCtx,
  actor: Actor & { id: string },
  name: string,
): Promise<{ displayId: string; link: string }> {
  const id = tx.ids.next();
  const token = tx.ids.token();
  await tx.em.insert(DisplayToken, {
    billerId: actor.billerId,
    id,
    name,
    tokenHash: hashToken(token),
    author: actor.name,
    createdAt: tx.clock.now(),
    revokedAt: null,
  });
  await noteAct(tx, actor, 'display.made', { subject: 'display', subjectId: id, detail: name });
  return { displayId: id, link: `${tx.publicUrl}/wall#${token}` };
}
