import { AutopayOffer } from '@kvitt/db/autopay/autopay-offer.entity';
import { setLanguage } from '@kvitt/db/customer/set-language';
import { PayOffer } from '@kvitt/db/payment/pay-offer.entity';
import { PlanOffer } from '@kvitt/db/plan/plan-offer.entity';
import type { OpenOffer } from '@kvitt/domain/conversation/dialog';
import type { DialogEffect } from '@kvitt/domain/conversation/dialog-effects';
import { beginAutopay } from '../autopay/begin-autopay.ts';
import { endAutopay } from '../autopay/end-autopay.ts';
import { answerOptIn } from '../consent/answer-opt-in.ts';
import { endPaperless } from '../consent/end-paperless.ts';
import { flagCease } from '../consent/flag-cease.ts';
import { releasePhone } from '../consent/release-phone.ts';
import { decideOverpayment } from '../credit/decide-overpayment.ts';
import { moveDueDate } from '../invoice/move-due-date.ts';
import type { TxCtx } from '../kit/context.ts';
import { startPayment } from '../payment/start-payment.ts';
import { makePromise } from '../promise/make-promise.ts';
import { startUndo } from '../refund/start-undo.ts';
import { agreePlan } from './agree-plan.ts';
import type { Answering, FollowUp } from './answering.ts';
import { askAutopay } from './ask-autopay.ts';
import { askToPay } from './ask-to-pay.ts';
import { decideHold } from './decide-hold.ts';
import { holdTexts } from './hold-texts.ts';
import { offerPlan } from './offer-plan.ts';
import { repeatReceipt } from './repeat-receipt.ts';
import { say } from './say.ts';
import { setLinks } from './set-links.ts';
import { showMenu } from './show-menu.ts';
import { StaleFacts } from './stale-facts.ts';
import { wantPerson } from './want-person.ts';

/**
 * Performs one effect of a dialog's step within the caller's transaction.
 * @returns what a vendor is to be asked for once the transaction is committed
 */
export async function performEffect(
  tx: TxCtx,
  answering: Answering,
  effect: DialogEffect,
): Promise<FollowUp | undefined> {
  if (effect.do === 'charge') return charge(tx, answering, effect.offer);
  if (effect.do === 'undo') return undo(tx, answering, effect.paymentId);
  await perform(tx, answering, effect);
  return undefined;
}

async function perform(
  tx: TxCtx,
  answering: Answering,
  effect: Exclude<DialogEffect, { do: 'charge' | 'undo' }>,
): Promise<unknown> {
  const { text } = answering;
  const { billerId, phoneId } = text;
  switch (effect.do) {
    case 'ask-to-pay':
      return askToPay(tx, answering, effect);
    case 'show-menu':
      return showMenu(tx, answering, effect);
    case 'promise':
      return promise(tx, answering, effect);
    case 'move-due':
      return moveDue(tx, answering, effect);
    case 'offer-plan':
      return offerPlan(tx, answering, effect);
    case 'close-plan-offer':
      return tx.em.nativeUpdate(PlanOffer, { billerId, id: effect.offerId }, { state: effect.as });
    case 'start-plan':
      return agreePlan(tx, text, effect.offer);
    case 'say':
      return say(tx, answering, effect.what);
    case 'repeat-receipt':
      return repeatReceipt(tx, answering, effect.paymentId);
    case 'close-offer':
      return tx.em.nativeUpdate(PayOffer, { billerId, id: effect.offerId }, { state: effect.as });
    case 'revoke-consent':
      // Recorded when the text came in, before the carrier was answered.
      return undefined;
    case 'flag-cease':
      return flagCease(tx, text, 'set');
    case 'restore-consent':
      await flagCease(tx, text, 'end');
      return answerOptIn(tx, text, effect.do);
    case 'confirm-consent':
    case 'decline-consent':
      return answerOptIn(tx, text, effect.do);
    case 'break-phone-from-account':
      return releasePhone(tx, text);
    case 'hold-texts':
      return holdTexts(tx, text);
    case 'release-texts':
      return decideHold(tx, { billerId, phoneId, as: 'released', actor: 'customer' });
    case 'set-language':
      return setLanguage(tx.em, { billerId, phoneId }, effect.to);
    case 'set-links':
      return setLinks(tx, text, effect.isWanted);
    case 'ask-autopay':
      return askAutopay(tx, answering, effect);
    case 'close-autopay-offer':
      return tx.em.nativeUpdate(AutopayOffer, { billerId, id: effect.offerId }, { state: effect.as });
    case 'begin-autopay':
      return beginAutopay(tx, answering, effect.offer);
    case 'end-autopay':
      return endAutopay(tx, text);
    case 'keep-overpayment':
      return keepOverpayment(tx, answering, effect.creditId);
    case 'bring-paper-back':
      return bringPaperBack(tx, answering);
    case 'call-person':
      return wantPerson(tx, text, effect.why);
  }
}

async function bringPaperBack(tx: TxCtx, { text, dialog }: Answering): Promise<void> {
  const accountIds = dialog.accounts.map(({ id }) => id);
  await endPaperless(tx, {
    billerId: text.billerId,
    phoneId: text.phoneId,
    accountIds,
    channel: 'text',
    wording: text.body,
    messageId: text.id,
  });
}

/** Notes a promise; the text that made it names it, so that it is one however often that text is worked on. */
async function promise(
  tx: TxCtx,
  { text }: Answering,
  { accountId, amount, day }: Extract<DialogEffect, { do: 'promise' }>,
): Promise<void> {
  const { billerId } = text;
  const answer = await makePromise(tx, {
    billerId,
    accountId,
    promiseId: tx.ids.derived(text.id, 'promise'),
    amount,
    day,
    channel: 'text',
    message: { id: text.id, askedAt: text.createdAt },
  });
  // The bill was paid, or the rules changed, between our reading and its own.
  if (answer.kind === 'refused') throw new StaleFacts(answer.refusal);
}

/** KEEP: the words of the text are the consent. */
async function keepOverpayment(tx: TxCtx, { text }: Answering, creditId: string): Promise<void> {
  const { billerId, body: consent } = text;
  const answer = await decideOverpayment(tx, { billerId, creditId, as: 'kept', by: 'customer', consent });
  // Somebody has paid it back between our reading it and locking it.
  if (answer.kind === 'refused') throw new StaleFacts(answer.refusal);
}

/** LATER: the text that said it names the move, so that it is one however often that text is worked on. */
async function moveDue(
  tx: TxCtx,
  { text }: Answering,
  { invoiceId, day: toOn }: Extract<DialogEffect, { do: 'move-due' }>,
): Promise<void> {
  const { billerId, createdAt: askedAt } = text;
  const moveId = tx.ids.derived(text.id, 'later');
  const answer = await moveDueDate(tx, { billerId, invoiceId, moveId, toOn, by: 'customer', askedAt });
  if (answer.kind === 'refused') throw new StaleFacts(answer.refusal);
}

/**
 * Takes the offer up and commits the intent to charge. The payment's id comes from the text that said so: however often
 * that text is worked on, it is one payment.
 */
async function charge(tx: TxCtx, { text }: Answering, offer: OpenOffer): Promise<FollowUp | undefined> {
  const { billerId } = text;
  const paymentId = tx.ids.derived(text.id, offer.invoiceId);
  await tx.em.nativeUpdate(PayOffer, { billerId, id: offer.id, state: 'open' }, { state: 'accepted' });
  const answer = await startPayment(tx, {
    billerId,
    paymentId,
    parts: offer.parts ?? [{ invoiceId: offer.invoiceId, amountMinor: offer.amount.minor, isPartial: false }],
    agreed: offer.amount,
    feeMinor: offer.feeMinor ?? 0,
    channel: 'text',
    methodId: offer.methodId,
    messageId: text.id,
    conversationId: text.conversationId,
  });
  // Someone else paid, or is paying, between our reading the bill and locking it: the answer is worked out anew.
  if (answer.kind === 'refused') throw new StaleFacts(answer.refusal);
  return answer.kind === 'started' ? { kind: 'charge', paymentId } : undefined;
}

/** Commits the intent to take the payment back; what comes of it is told when it is recorded. */
async function undo(tx: TxCtx, { text }: Answering, paymentId: string): Promise<FollowUp> {
  const { billerId, conversationId } = text;
  const answer = await startUndo(tx, {
    billerId,
    paymentId,
    conversationId,
    askedAt: text.createdAt,
  });
  // It was taken back, or refunded, between our reading it and locking it.
  if (answer.kind === 'refused') throw new StaleFacts(answer.refusal);
  return { kind: 'refund', refundId: answer.refundId };
}
