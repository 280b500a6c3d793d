import { PortalLink } from '@kvitt/db/session/portal-link.entity';
import type { Ctx } from '../kit/context.ts';

/**
 * Notes that a link was asked for, the first time, by whatever asked: carriers, messengers and scanners fetch the links in
 * a text before anybody has seen it. That a person looked is `noteView`.
 */
export async function noteFetched(ctx: Ctx, link: PortalLink): Promise<void> {
  if (link.fetchedAt) return;
  const { billerId, id } = link;
  await ctx.em
    .fork()
    .nativeUpdate(PortalLink, { billerId, id, fetchedAt: null }, { fetchedAt: ctx.clock.now() });
}
