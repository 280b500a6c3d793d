import { AutopayOffer as Question } from '@kvitt/db/autopay/autopay-offer.entity';
import type { AutopayOffer } from '@kvitt/domain/conversation/dialog';
import type { Answering } from '../conversation/answering.ts';
import { StaleFacts } from '../conversation/stale-facts.ts';
import type { TxCtx } from '../kit/context.ts';
import { enroll } from './enroll.ts';

/**
 * Takes the mandate that a text agreed to, within the caller's transaction: the handset's own words, and the question that it
 * answered, are its evidence. The mandate's id comes from the text, so that it is one however often that is worked on.
 */
export async function beginAutopay(tx: TxCtx, { text }: Answering, offer: AutopayOffer): Promise<void> {
  const { billerId } = text;
  await tx.em.nativeUpdate(Question, { billerId, id: offer.id, state: 'open' }, { state: 'accepted' });
  const answer = await enroll(tx, {
    billerId,
    accountId: offer.accountId,
    autopayId: tx.ids.derived(text.id, 'autopay'),
    methodId: offer.methodId,
    sweepsOpen: offer.statedMinor > 0,
    channel: 'text',
    actor: 'customer',
    messageId: text.id,
    evidence: { offerId: offer.id, code: offer.code },
  });
  // It was switched on elsewhere, or the card was taken away, between our reading and its own.
  if (answer.kind === 'refused') throw new StaleFacts(answer.refusal);
}
