import { Account } from '@kvitt/db/customer/account.entity';
import { Enrollment } from '@kvitt/db/enrollment/enrollment.entity';
import { PaymentMethod } from '@kvitt/db/payment/payment-method.entity';
import { methodStanding } from '@kvitt/domain/payment/method-standing';
import type { CardFace } from '@kvitt/domain/payment/outcome';
import type { TxCtx } from '../kit/context.ts';
import { makeDefault } from '../method/make-default.ts';

export interface KeptCard {
  billerId: string;
  accountId: string;
  /** Ours, so that keeping the same card twice keeps it once. */
  methodId: string;
  card: CardFace;
  /** From the processor's vault. */
  token: string;
  customerId: string;
  /** Whoever entered it has proved whose account it is: it becomes the one that PAY and autopay charge. */
  takesOver: boolean;
}

/**
 * Keeps what is in the processor's vault by now, within the caller's transaction. Whoever holds a link and no more may add a
 * card, but not have it charged in place of one that works: it becomes the default one only where there is none, or where
 * that one has expired or was closed.
 */
export async function keepCard(tx: TxCtx, kept: KeptCard): Promise<void> {
  const { billerId, accountId, card } = kept;
  // The account first: it makes two cards that are kept at once wait for each other, or both would be the default one.
  await tx.em.nativeUpdate(Account, { billerId, id: accountId }, { vaultCustomerId: kept.customerId });
  const now = tx.clock.now();
  const current = await tx.em.findOne(
    PaymentMethod,
    { billerId, accountId, isDefault: true, removedAt: null },
    { refresh: true },
  );
  const today = now.toISOString().slice(0, 10);
  const isNext = kept.takesOver || !current || methodStanding(current, today) !== 'usable';
  await tx.em.insert(PaymentMethod, {
    billerId,
    id: kept.methodId,
    accountId,
    kind: card.kind ?? 'card',
    brand: card.brand,
    last4: card.last4,
    expMonth: card.expMonth,
    expYear: card.expYear,
    funding: card.funding ?? null,
    vaultToken: kept.token,
    isDefault: false,
    createdAt: now,
    removedAt: null,
  });
  // An agent who waits for it on the phone is told that it was saved, and no more.
  const waiting = { billerId, accountId, cardWantedAt: { $ne: null }, cardSavedAt: null };
  await tx.em.nativeUpdate(Enrollment, waiting, { cardSavedAt: now });
  if (isNext) await makeDefault(tx, { billerId, accountId, methodId: kept.methodId });
}
