import { takeAwayCharges } from '@kvitt/db/autopay/take-away-charges';
import { loadParts } from '@kvitt/db/payment/load-parts';
import { Payment } from '@kvitt/db/payment/payment.entity';
import { supersedeOffers } from '@kvitt/db/payment/supersede-offers';
import { takeBackReminders } from '@kvitt/db/reminder/take-back-reminders';
import { postPayment } from '@kvitt/domain/ledger/post-payment';
import { brandOf } from '@kvitt/domain/payment/brand-of';
import type { Outcome } from '@kvitt/domain/payment/outcome';
import { mayMove, type PaymentState } from '@kvitt/domain/payment/payment';
import { nextAskInMs, nextLateLookInMs } from '@kvitt/domain/payment/timetable';
import { LockMode } from '@mikro-orm/postgresql';
import { noteTry } from '../autopay/note-try.ts';
import type { Ctx, TxCtx } from '../kit/context.ts';
import { inTransaction } from '../kit/in-transaction.ts';
import { postEntry } from '../ledger/post-entry.ts';
import { keepCard } from './keep-card.ts';
import { type OutcomeNews, tellOutcome } from './tell-outcome.ts';

/**
 * The second of a payment's two transactions, and the one place where an outcome is recorded, whoever learned it: the
 * answer to the charge, a later question, or a notice of the processor's. Payment, ledger, kept card and the text about
 * it are committed together. An outcome that the payment cannot move to (it is recorded already) changes nothing.
 * @returns whether it changed the payment
 */
export async function recordOutcome(
  ctx: Ctx,
  key: { billerId: string; paymentId: string },
  outcome: Outcome,
): Promise<boolean> {
  return inTransaction(ctx, async (tx) => {
    const payment = await tx.em.findOneOrFail(
      Payment,
      { billerId: key.billerId, id: key.paymentId },
      { lockMode: LockMode.PESSIMISTIC_WRITE },
    );
    if (!isMove(payment, outcome)) return false;
    const { billerId, state: before } = payment;
    apply(tx, payment, outcome);
    await tx.em.flush();
    const news: OutcomeNews = {};
    if (outcome.kind === 'approved') {
      const parts = await loadParts(tx.em, billerId, payment.id);
      await postEntry(tx, billerId, postPayment(payment, parts));
      await takeBackReminders(tx.em, { billerId, invoiceIds: parts.map(({ invoiceId }) => invoiceId) });
      // A sale that shows up after all is on its way back: it answers no question, and its card was given for nothing.
      if (before !== 'declined') {
        // Whatever was asked about these bills is answered now.
        await supersedeOffers(tx.em, billerId, payment.id);
        await keepNewCard(tx, payment, outcome);
        // Last, because whoever ends a mandate locks it before its charges, and a kept card writes to the mandate.
        const paid = { billerId, invoiceIds: parts.map(({ invoiceId }) => invoiceId), at: tx.clock.now() };
        news.autopayDate = await takeAwayCharges(tx.em, paid);
      }
    }
    if (before !== 'declined') news.retryOn = await noteTry(tx, payment);
    await tellOutcome(tx, payment, before, news);
    tx.log.info({ paymentId: payment.id, outcome: outcome.kind }, 'a payment has an outcome');
    return true;
  });
}

function isMove(payment: Payment, outcome: Outcome): boolean {
  if (!mayMove(payment.state, outcome.kind)) return false;
  // A refusal of the processor's is final; only a sale that we took for lost can turn out to be one after all.
  return payment.state !== 'declined' || payment.declineKind === 'never-arrived';
}

/**
 * An approved payment with an `askAt` is one to be taken back: that is committed with the outcome, so that it is done
 * even where the process that learned of the late sale dies before it has given the money back.
 */
const TAKE_BACK_AGAIN_MS = 60_000;

function apply(tx: TxCtx, payment: Payment, outcome: Outcome): void {
  const now = tx.clock.now();
  const inMs = (ms: number) => new Date(now.getTime() + ms);
  const isLate = payment.state === 'declined';
  payment.state = outcome.kind satisfies PaymentState;
  if (outcome.kind === 'unknown') {
    payment.askAt = inMs(nextAskInMs(0));
    return;
  }
  const isLost = outcome.kind === 'declined' && outcome.decline === 'never-arrived';
  payment.finishedAt = now;
  payment.clearsBy = outcome.kind === 'approved' ? (outcome.clearsBy ?? null) : null;
  payment.asked = 0;
  payment.askAt = isLost ? inMs(nextLateLookInMs(0) ?? 0) : isLate ? inMs(TAKE_BACK_AGAIN_MS) : null;
  payment.vendorId = outcome.vendorId ?? payment.vendorId ?? null;
  payment.declineKind = outcome.kind === 'declined' ? outcome.decline : null;
  payment.processorCode = outcome.kind === 'declined' ? (outcome.code ?? null) : null;
  if (outcome.card) {
    payment.cardBrand = brandOf(outcome.card);
    payment.cardLast4 = outcome.card.last4;
  }
}

/** The card that was put in the vault with the sale is kept. */
async function keepNewCard(
  tx: TxCtx,
  payment: Payment,
  { vaulted, card }: Extract<Outcome, { kind: 'approved' }>,
): Promise<void> {
  // A sale that was searched for names the stored card that it charged as well, which is kept already.
  if (!payment.isCardKept || !vaulted || !card) return;
  const { billerId, accountId } = payment;
  const methodId = tx.ids.derived(payment.id, 'method');
  await keepCard(tx, { billerId, accountId, methodId, card, ...vaulted, takesOver: payment.takesOver });
}
