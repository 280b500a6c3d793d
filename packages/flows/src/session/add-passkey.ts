import { Account } from '@kvitt/db/customer/account.entity';
import { PortalPasskey } from '@kvitt/db/session/portal-passkey.entity';
import { LockMode } from '@mikro-orm/postgresql';
import type { Ctx } from '../kit/context.ts';
import { inTransaction } from '../kit/in-transaction.ts';
import { spendChallenge } from './spend-challenge.ts';

/** A household's devices; more are a mistake. */
const AT_ONCE = 10;

/** What an authenticator made, once its words were found to be true. */
export interface MadePasskey {
  credentialId: string;
  publicKey: Uint8Array;
  counter: number;
  transports: string;
}

export interface PasskeyToAdd {
  billerId: string;
  accountId: string;
  challengeId: string;
  /** Reads the authenticator's answer to what it was asked to sign; undefined where it is not true. */
  verify(challenge: string): Promise<MadePasskey | undefined>;
}

/** `not-taken` the question was over, the answer not true, that passkey is known, or ten are set up. */
export type AddPasskeyAnswer = { kind: 'added' } | { kind: 'refused'; refusal: 'not-taken' };

/** Adds a passkey that opens the account from now on; who asks has proved that the phone on file is in their hand. */
export async function addPasskey(ctx: Ctx, order: PasskeyToAdd): Promise<AddPasskeyAnswer> {
  const { billerId, accountId } = order;
  const challenge = await inTransaction(ctx, (tx) => spendChallenge(tx, order));
  const made = challenge === undefined ? undefined : await order.verify(challenge);
  if (!made) return { kind: 'refused', refusal: 'not-taken' };
  return inTransaction(ctx, async (tx): Promise<AddPasskeyAnswer> => {
    await tx.em.findOneOrFail(Account, { billerId, id: accountId }, { lockMode: LockMode.PESSIMISTIC_WRITE });
    const isKnown = await tx.em.count(PortalPasskey, { credentialId: made.credentialId, removedAt: null });
    const open = await tx.em.count(PortalPasskey, { billerId, accountId, removedAt: null });
    if (isKnown > 0 || open >= AT_ONCE) return { kind: 'refused', refusal: 'not-taken' };
    const { credentialId, counter, transports } = made;
    await tx.em.insert(PortalPasskey, {
      billerId,
      id: tx.ids.next(),
      accountId,
      credentialId,
      publicKey: Buffer.from(made.publicKey),
      counter,
      transports,
      addedAt: tx.clock.now(),
      usedAt: null,
      removedAt: null,
    });
    return { kind: 'added' };
  });
}
