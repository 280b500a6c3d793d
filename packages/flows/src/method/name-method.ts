import { PaymentMethod } from '@kvitt/db/payment/payment-method.entity';
import { redactCardNumbers } from '@kvitt/domain/conversation/redact-card-numbers';
import type { TxCtx } from '../kit/context.ts';

const LONGEST = 40;

export type NameMethodAnswer =
  | { kind: 'named'; nickname: string | null }
  | { kind: 'refused'; refusal: 'not-found' | 'too-long' };

/**
 * Names a way to pay as its owner calls it ("Work card"), within the caller's transaction; an empty name takes it away. A
 * card number that is typed into it is not kept.
 */
export async function nameMethod(
  tx: TxCtx,
  order: { billerId: string; accountId: string; methodId: string; nickname: string },
): Promise<NameMethodAnswer> {
  const { billerId, accountId, methodId } = order;
  const nickname = redactCardNumbers(order.nickname.normalize('NFC').replace(/\s+/g, ' ').trim()).text;
  if (nickname.length > LONGEST) return { kind: 'refused', refusal: 'too-long' };
  const named = await tx.em.nativeUpdate(
    PaymentMethod,
    { billerId, accountId, id: methodId, removedAt: null },
    { nickname: nickname || null },
  );
  return named === 0
    ? { kind: 'refused', refusal: 'not-found' }
    : { kind: 'named', nickname: nickname || null };
}
