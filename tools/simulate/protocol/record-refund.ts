import { postVoid } from '@kvitt/domain/ledger/post-payment';
import { postAllowance, postRefund } from '@kvitt/domain/ledger/post-refund';
import { nextAskInMs } from '@kvitt/domain/payment/timetable';
import type { RefundMove } from '@kvitt/domain/refund/refund';
import { type Flow, transaction } from '../kernel/flow.ts';
import type { PaymentRow, RefundRow } from '../rows.ts';
import type { Ctx } from '../world.ts';
import { queueText } from './queue-text.ts';
import { post } from './record-outcome.ts';

export type RefundOutcome =
  | { kind: 'done'; move: RefundMove }
  | { kind: 'refused' | 'unknown' | 'not-settled' };

/** As in the flow. */
const LOOK_AGAIN_MS = 4 * 3_600_000;

/** As packages/flows/src/refund/record-refund.ts: the row, the payment, the ledger and the text, in one transaction. */
export function* recordRefund(ctx: Ctx, refundId: string, outcome: RefundOutcome): Flow<void> {
  yield* transaction(() => {
    const refund = ctx.store.refunds.get(refundId) as RefundRow;
    if (refund.state !== 'started' && refund.state !== 'unknown') return;
    const isFirstNews = refund.state === 'started';
    apply(ctx, refund, outcome);
    if (outcome.kind === 'done') postGivenBack(ctx, refund, outcome.move);
    if (outcome.kind !== 'unknown' || isFirstNews) tellRefund(ctx, refund);
    ctx.bells.refunds.ring();
  });
}

function apply(ctx: Ctx, refund: RefundRow, outcome: RefundOutcome): void {
  const now = ctx.now();
  const { update } = ctx.store;
  if (outcome.kind === 'done') update(refund, { state: 'done', move: outcome.move, askAt: null });
  else if (outcome.kind === 'refused') update(refund, { state: 'refused', askAt: null });
  else if (outcome.kind === 'not-settled') update(refund, { sentAt: null, askAt: now + LOOK_AGAIN_MS });
  else {
    const { asked } = refund;
    update(refund, { state: 'unknown', asked: asked + 1, askAt: now + nextAskInMs(asked) });
  }
}

function postGivenBack(ctx: Ctx, refund: RefundRow, move: RefundMove): void {
  const { id, parts, feeMinor, effect } = refund;
  const given = { id, currency: 'USD' as const, parts, feeMinor };
  if (move === 'void') {
    const payment = ctx.store.payments.get(refund.paymentId) as PaymentRow;
    ctx.store.update(payment, { state: 'voided' });
    post(ctx, postVoid({ ...payment, currency: 'USD' }, payment.parts));
  } else post(ctx, postRefund(given));
  if (effect === 'allow' && parts.length > 0) post(ctx, postAllowance(given));
}

/** As packages/flows/src/refund/tell-refund.ts. */
function tellRefund(ctx: Ctx, refund: RefundRow): void {
  const template = templateOf(refund);
  if (template === undefined) return;
  queueText(ctx, {
    phone: refund.phone ?? (ctx.store.payments.get(refund.paymentId) as PaymentRow).phone,
    purpose: 'receipt',
    ...(refund.why === 'undo' && { askedAt: refund.askedForAt }),
    template,
    body: '',
    cause: `${template}/${refund.id}`,
    invoiceId: refund.invoiceId,
  });
}

function templateOf({ why, state }: RefundRow): string | undefined {
  if (why === 'refund') return state === 'done' ? 'refund-made' : undefined;
  if (state === 'done') return 'undo-done';
  return state === 'refused' ? 'undo-too-late' : state === 'unknown' ? 'undo-checking' : undefined;
}
