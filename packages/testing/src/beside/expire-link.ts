import { hashToken } from '@kvitt/db/session/hash-token';
import { PortalLink } from '@kvitt/db/session/portal-link.entity';
import type { Beside } from './open-beside.ts';

/** Makes a link as old as links get: it ended a minute ago. */
export async function expireLink({ context }: Beside, token: string): Promise<void> {
  const ctx = context();
  const expiresAt = new Date(ctx.clock.now().getTime() - 60_000);
  const changed = await ctx.em.nativeUpdate(PortalLink, { tokenHash: hashToken(token) }, { expiresAt });
  if (changed !== 1) throw new Error('there is no such link to expire');
}
