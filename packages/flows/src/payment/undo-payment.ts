import type { UndoRefusal } from '@kvitt/domain/refund/decide-undo';
import type { Ctx } from '../kit/context.ts';
import { inTransaction } from '../kit/in-transaction.ts';
import { performRefund } from '../refund/perform-refund.ts';
import { startUndo, type UndoOrder } from '../refund/start-undo.ts';

export type UndoAnswer =
  | { kind: 'undone' }
  /** The processor's answer was lost: it is asked again, and the customer is told when it is known. */
  | { kind: 'checking' }
  | { kind: 'refused'; refusal: UndoRefusal };

/**
 * Undoes an approved payment within its minutes: commits the intent, has the processor void the sale, outside any
 * transaction, and posts the reversing entry, which opens its bills again. A sale that has begun to settle is `TOO_LATE`.
 * Texts about `undone`, `checking` and a processor's no are queued here; a refusal before that is the caller's to say.
 */
export async function undoPayment(ctx: Ctx, order: UndoOrder): Promise<UndoAnswer> {
  const start = await inTransaction(ctx, (tx) => startUndo(tx, order));
  if (start.kind === 'refused') return start;
  const state = await performRefund(ctx, { billerId: order.billerId, refundId: start.refundId });
  if (state === 'done') return { kind: 'undone' };
  return state === 'refused' ? { kind: 'refused', refusal: 'TOO_LATE' } : { kind: 'checking' };
}
