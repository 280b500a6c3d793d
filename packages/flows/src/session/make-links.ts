import { hashToken } from '@kvitt/db/session/hash-token';
import { PortalLink } from '@kvitt/db/session/portal-link.entity';
import type { TxCtx } from '../kit/context.ts';

/** What a link opens, and the text that carries it; none where it was made by hand. */
export interface LinkOrder {
  billerId: string;
  invoiceId: string;
  messageId?: string;
  /** Where the link is to be known by an id of the asker's. */
  linkId?: string;
  /** For somebody else who pays: for so long, and its bill alone. */
  guestForMs?: number;
}

/**
 * A link lives as long as its bill is open and a month after (`readLinkStanding`); this ends those of bills that are never
 * paid at all.
 */
const VALID_MS = 400 * 24 * 3_600_000;

/**
 * Makes addresses that each open one bill, with one statement within the caller's transaction. Only the hashes of their
 * tokens are kept: who reads the database cannot open a bill with them.
 * @returns the whole addresses, `https://…/{16 letters}`, in the order of `orders`
 */
export async function makeLinks(tx: TxCtx, orders: readonly LinkOrder[]): Promise<string[]> {
  if (orders.length === 0) return [];
  const now = tx.clock.now();
  const tokens = orders.map(() => tx.ids.token());
  await tx.em.insertMany(
    PortalLink,
    orders.map((order, at) => ({
      billerId: order.billerId,
      id: order.linkId ?? tx.ids.next(),
      invoiceId: order.invoiceId,
      messageId: order.messageId ?? null,
      tokenHash: hashToken(tokens[at] ?? ''),
      createdAt: now,
      expiresAt: new Date(now.getTime() + (order.guestForMs ?? VALID_MS)),
      revokedAt: null,
      fetchedAt: null,
      isGuest: order.guestForMs !== undefined,
    })),
  );
  return tokens.map((token) => `${tx.publicUrl}/${token}`);
}
