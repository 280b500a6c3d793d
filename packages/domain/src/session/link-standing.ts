const DAY_MS = 24 * 3_600_000;

/** A link that was texted a week ago has had time to be forwarded: by then it takes a proof to open it. */
const AGES_AFTER_MS = 7 * DAY_MS;

/** A settled bill is looked at again for a receipt; after a month the link has done its work. */
const OVER_AFTER_SETTLED_MS = 30 * DAY_MS;

export interface LinkFacts {
  createdAt: Date;
  /** When it ends whatever becomes of its bill. */
  expiresAt: Date;
  revokedAt: Date | null;
  /** When nothing was left to pay on its bill; null while something is. */
  settledAt: Date | null;
}

/** `fresh` opens its bill · `aged` opens it to who proves who they are · `over` opens nothing, and sends a fresh one. */
export type LinkStanding = 'fresh' | 'aged' | 'over';

/** What a link still opens. It lives as long as its bill is open, and a month after. */
export function readLinkStanding(link: LinkFacts, now: Date): LinkStanding {
  if (link.revokedAt !== null || link.expiresAt <= now) return 'over';
  const at = now.getTime();
  if (link.settledAt && link.settledAt.getTime() + OVER_AFTER_SETTLED_MS <= at) return 'over';
  return link.createdAt.getTime() + AGES_AFTER_MS <= at ? 'aged' : 'fresh';
}
