import { Autopay } from '@kvitt/db/autopay/autopay.entity';
import { Account } from '@kvitt/db/customer/account.entity';
import { Enrollment } from '@kvitt/db/enrollment/enrollment.entity';
import { PaymentMethod } from '@kvitt/db/payment/payment-method.entity';
import type { CardFace } from '@kvitt/domain/payment/outcome';
import type { TxCtx } from '../kit/context.ts';

export interface KeptCard {
  billerId: string;
  accountId: string;
  /** Ours, so that keeping the same card twice keeps it once. */
  methodId: string;
  card: CardFace;
  /** From the processor's vault. */
  token: string;
  customerId: string;
}

/** Makes a card in the processor's vault the one that PAY charges, within the caller's transaction. */
export async function keepCard(tx: TxCtx, kept: KeptCard): Promise<void> {
  const { billerId, accountId, card } = kept;
  // The account first: it makes two cards that are kept at once wait for each other, or both would be the default one.
  await tx.em.nativeUpdate(Account, { billerId, id: accountId }, { vaultCustomerId: kept.customerId });
  await tx.em.nativeUpdate(PaymentMethod, { billerId, accountId, isDefault: true }, { isDefault: false });
  await tx.em.insert(PaymentMethod, {
    billerId,
    id: kept.methodId,
    accountId,
    brand: card.brand,
    last4: card.last4,
    expMonth: card.expMonth,
    expYear: card.expYear,
    vaultToken: kept.token,
    isDefault: true,
    createdAt: tx.clock.now(),
    removedAt: null,
  });
  // An agent who waits for it on the phone is told that it was saved, and no more.
  const waiting = { billerId, accountId, cardWantedAt: { $ne: null }, cardSavedAt: null };
  await tx.em.nativeUpdate(Enrollment, waiting, { cardSavedAt: tx.clock.now() });
  // What was agreed to is the saved card or the one that comes in its place.
  await tx.em.nativeUpdate(
    Autopay,
    { billerId, accountId, state: { $ne: 'off' } },
    { methodId: kept.methodId },
  );
}
