import { Conversation } from '@kvitt/db/conversation/conversation.entity';
import { PayOffer } from '@kvitt/db/payment/pay-offer.entity';
import type { DialogEffect, OpenOffer } from '@kvitt/domain/conversation/dialog';
import { answerOptIn } from '../consent/answer-opt-in.ts';
import { releasePhone } from '../consent/release-phone.ts';
import type { TxCtx } from '../kit/context.ts';
import { startPayment } from '../payment/start-payment.ts';
import type { Answering } from './answering.ts';
import { askToPay } from './ask-to-pay.ts';
import { repeatReceipt } from './repeat-receipt.ts';
import { say } from './say.ts';

/**
 * Performs one effect of a dialog's step within the caller's transaction.
 * @returns the id of a payment that was started, for the caller to charge once the transaction is committed
 */
export async function performEffect(
  tx: TxCtx,
  answering: Answering,
  effect: DialogEffect,
): Promise<string | undefined> {
  const { text } = answering;
  const { billerId } = text;
  switch (effect.do) {
    case 'charge':
      return charge(tx, answering, effect.offer);
    case 'ask-to-pay':
      await askToPay(tx, answering, effect);
      return undefined;
    case 'say':
      await say(tx, answering, effect.what);
      return undefined;
    case 'repeat-receipt':
      await repeatReceipt(tx, answering, effect.paymentId);
      return undefined;
    case 'close-offer':
      await tx.em.nativeUpdate(PayOffer, { billerId, id: effect.offerId }, { state: effect.as });
      return undefined;
    case 'revoke-consent':
      // Recorded when the text came in, before the carrier was answered.
      return undefined;
    case 'restore-consent':
    case 'confirm-consent':
    case 'decline-consent':
      await answerOptIn(tx, text, effect.do);
      return undefined;
    case 'break-phone-from-account':
      await releasePhone(tx, text);
      return undefined;
    case 'call-person':
      await tx.em.nativeUpdate(
        Conversation,
        { billerId, id: text.conversationId, personWantedSince: null },
        { personWantedSince: tx.clock.now(), personWantedWhy: effect.why },
      );
      return undefined;
  }
}

/**
 * Takes the offer up and commits the intent to charge. The payment's id comes from the text that said so: however often
 * that text is worked on, it is one payment.
 */
async function charge(tx: TxCtx, { text }: Answering, offer: OpenOffer): Promise<string | undefined> {
  const { billerId } = text;
  const paymentId = tx.ids.derived(text.id, offer.invoiceId);
  await tx.em.nativeUpdate(PayOffer, { billerId, id: offer.id, state: 'open' }, { state: 'accepted' });
  const answer = await startPayment(tx, {
    billerId,
    paymentId,
    parts: offer.parts ?? [{ invoiceId: offer.invoiceId, amountMinor: offer.amount.minor, isPartial: false }],
    agreed: offer.amount,
    channel: 'text',
    methodId: offer.methodId,
    messageId: text.id,
    conversationId: text.conversationId,
  });
  // Someone else paid, or is paying, between our reading the bill and locking it: the answer is worked out anew.
  if (answer.kind === 'refused') throw new StaleFacts(answer.refusal);
  return answer.kind === 'started' ? paymentId : undefined;
}

/** What an answer was decided on is no longer so; its transaction is rolled back and the text answered anew. */
export class StaleFacts extends Error {}
