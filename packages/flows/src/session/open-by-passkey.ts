import { PortalPasskey } from '@kvitt/db/session/portal-passkey.entity';
import type { Ctx } from '../kit/context.ts';
import { inTransaction } from '../kit/in-transaction.ts';
import { spendChallenge } from './spend-challenge.ts';
import { tryProof } from './try-proof.ts';

export interface PasskeyTry {
  /** Whose question it was, and of which account; undefined where only the answer tells. */
  billerId: string;
  accountId: string | undefined;
  challengeId: string;
  credentialId: string;
  browserToken: string | undefined;
  /** Reads the answer with the key on file: how often the passkey was used by now; undefined where it is not true. */
  verify(passkey: PortalPasskey, challenge: string): Promise<number | undefined>;
}

/** `no-passkey` the question is over, or no open passkey of that name is ours: it counts as no try at an account. */
export type PasskeyAnswer =
  | { kind: 'open'; billerId: string; accountId: string; browserToken: string }
  | { kind: 'wrong' | 'locked'; browserToken: string }
  | { kind: 'no-passkey' };

/**
 * Opens an account to a browser by one of the account's passkeys, for as long as any proof does, under the same lock: a
 * browser's misses close it to this way as to every other one.
 */
export async function openByPasskey(ctx: Ctx, order: PasskeyTry): Promise<PasskeyAnswer> {
  const challenge = await inTransaction(ctx, (tx) => spendChallenge(tx, order));
  const { credentialId } = order;
  const passkey = await ctx.em.fork().findOne(PortalPasskey, { credentialId, removedAt: null });
  const isOther = order.accountId !== undefined && order.accountId !== passkey?.accountId;
  if (challenge === undefined || !passkey || isOther) return { kind: 'no-passkey' };
  const counter = await order.verify(passkey, challenge);
  const { billerId, accountId } = passkey;
  const { browserToken: held } = order;
  const tried = { billerId, accountId, way: 'passkey', passkeyId: passkey.id, browserToken: held } as const;
  return inTransaction(ctx, async (tx): Promise<PasskeyAnswer> => {
    const { kind, browserToken } = await tryProof(tx, tried, async () => counter !== undefined);
    if (kind !== 'open') return { kind, browserToken };
    const used = { usedAt: tx.clock.now(), counter: counter ?? 0 };
    await tx.em.nativeUpdate(PortalPasskey, { billerId, id: passkey.id }, used);
    return { kind, billerId, accountId, browserToken };
  });
}
