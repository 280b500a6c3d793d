import { postVoid } from '@kvitt/domain/ledger/post-payment';
import { mayMove } from '@kvitt/domain/payment/payment';
import { type Flow, transaction } from '../kernel/flow.ts';
import type { PaymentRow } from '../rows.ts';
import type { Ctx } from '../world.ts';
import { noteReturn } from './note-return.ts';
import { queueText } from './queue-text.ts';
import { post } from './record-outcome.ts';

/** As packages/flows/src/payment/record-return.ts: the reversal, what follows from the code, and the text, once. */
export function* recordReturn(ctx: Ctx, paymentId: string, returnCode: string | undefined): Flow<void> {
  yield* transaction(() => {
    const payment = ctx.store.payments.get(paymentId) as PaymentRow;
    if (!mayMove(payment.state, 'voided')) return;
    const isTold = payment.askAt === null;
    ctx.store.update(payment, { state: 'voided', returnedAt: ctx.now(), askAt: null });
    post(ctx, postVoid({ ...payment, currency: 'USD' }, payment.parts));
    noteReturn(ctx, payment, returnCode ?? null);
    const { phone, invoiceId } = payment;
    const cause = `payment-returned/${paymentId}`;
    if (isTold)
      queueText(ctx, { phone, purpose: 'service', template: 'payment-returned', body: '', cause, invoiceId });
  });
}
