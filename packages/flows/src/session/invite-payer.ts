import { Account } from '@kvitt/db/customer/account.entity';
import { PayerInvite } from '@kvitt/db/session/payer-invite.entity';
import { LockMode } from '@mikro-orm/postgresql';
import type { TxCtx } from '../kit/context.ts';
import { makeLink } from './make-link.ts';

export interface InviteOrder {
  billerId: string;
  accountId: string;
  invoiceId: string;
  /** Made by whoever asks: a form that is sent twice makes one link. */
  inviteId: string;
  /** What the customer calls them; at most 40 letters. */
  forWhom: string;
}

export type InviteAnswer =
  /** The address stands nowhere else: only its hash is kept. */
  { kind: 'invited'; url: string } | { kind: 'invited-before' } | { kind: 'refused'; refusal: 'TOO_MANY' };

/** Long enough for a parent or a flatmate to see to it, and no longer: the link goes through hands that we do not know. */
const VALID_MS = 14 * 24 * 3_600_000;

/** Open ones of an account; more are a mistake or a nuisance. */
const AT_ONCE = 10;

/**
 * Makes a link for somebody else to pay a bill with a card of their own, within the caller's transaction. It opens this bill
 * with its name masked, and neither the account nor a proof of whose it is. The customer passes it on themselves, so that
 * we text nobody who has not asked us to.
 */
export async function invitePayer(tx: TxCtx, order: InviteOrder): Promise<InviteAnswer> {
  const { billerId, accountId, invoiceId, inviteId } = order;
  await tx.em.findOneOrFail(Account, { billerId, id: accountId }, { lockMode: LockMode.PESSIMISTIC_WRITE });
  if (await tx.em.findOne(PayerInvite, { billerId, id: inviteId })) return { kind: 'invited-before' };
  const now = tx.clock.now();
  const since = { $gt: new Date(now.getTime() - VALID_MS) };
  const open = await tx.em.count(PayerInvite, { billerId, accountId, endedAt: null, madeAt: since });
  if (open >= AT_ONCE) return { kind: 'refused', refusal: 'TOO_MANY' };
  const linkId = tx.ids.next();
  const url = await makeLink(tx, { billerId, invoiceId, linkId, guestForMs: VALID_MS });
  await tx.em.insert(PayerInvite, {
    billerId,
    id: inviteId,
    accountId,
    invoiceId,
    linkId,
    forWhom: order.forWhom.trim().slice(0, 40),
    madeAt: now,
    endedAt: null,
  });
  return { kind: 'invited', url };
}
