import { hashToken } from '@kvitt/db/session/hash-token';
import { PortalSession } from '@kvitt/db/session/portal-session.entity';
import type { Ctx } from '../kit/context.ts';

/** Closes a browser to every account that it was open to. */
export async function endSessions(ctx: Ctx, browserToken: string): Promise<void> {
  await ctx.em
    .fork()
    .nativeUpdate(
      PortalSession,
      { browserHash: hashToken(browserToken), endedAt: null },
      { endedAt: ctx.clock.now() },
    );
}
