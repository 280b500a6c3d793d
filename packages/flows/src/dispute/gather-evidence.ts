import { Biller } from '@kvitt/db/biller/biller.entity';
import { Dispute } from '@kvitt/db/dispute/dispute.entity';
import { type EvidenceRows, loadEvidence } from '@kvitt/db/dispute/load-evidence';
import { Payment } from '@kvitt/db/payment/payment.entity';
import type { Letterhead } from '@kvitt/domain/document/documents';
import { type Currency, money } from '@kvitt/domain/money/money';
import { toDecimal } from '@kvitt/domain/money/to-decimal';
import { paymentReference } from '@kvitt/domain/payment/payment-reference';
import type { Ctx } from '../kit/context.ts';
import { sayMoment } from './say-moment.ts';

/** Everything that is on record of a disputed payment, as it is shown to people and to the bank. */
export interface EvidencePack extends EvidenceRows {
  biller: string;
  letterhead: Letterhead;
  dispute: {
    id: string;
    vendorId: string;
    reason: string;
    amount: string;
    currency: Currency;
    replyBy: string | null;
  };
  payment: {
    id: string;
    reference: string;
    amount: string;
    channel: string;
    paidAt: string;
    card: string | null;
  };
  /** The same in short, each within what the processor takes as one text. */
  statements: string[];
}

/** A text of evidence may have no more characters than this. */
const MOST_LETTERS = 500;

/** Gathers the evidence for a dispute. Reads only. */
export async function gatherEvidence(
  ctx: Pick<Ctx, 'em'>,
  key: { billerId: string; disputeId: string },
): Promise<EvidencePack> {
  const { em } = ctx;
  const { billerId } = key;
  const { name, accent, supportPhone, supportEmail } = await em.findOneOrFail(Biller, { id: billerId });
  const dispute = await em.findOneOrFail(Dispute, { billerId, id: key.disputeId });
  const payment = await em.findOneOrFail(Payment, { billerId, id: dispute.paymentId });
  const rows = await loadEvidence(em, {
    billerId,
    accountId: payment.accountId,
    paymentId: payment.id,
  });
  const { cardBrand, cardLast4, channel } = payment;
  const pack = {
    ...rows,
    biller: name,
    letterhead: { name, accent, supportPhone, supportEmail: supportEmail ?? null },
    dispute: {
      id: dispute.id,
      vendorId: dispute.vendorId,
      reason: dispute.reason,
      amount: toDecimal(money(dispute.amountMinor, dispute.currency)),
      currency: dispute.currency,
      replyBy: dispute.replyBy ?? null,
    },
    payment: {
      id: payment.id,
      reference: paymentReference(payment.id),
      amount: toDecimal(money(payment.amountMinor, payment.currency)),
      channel,
      paidAt: (payment.finishedAt ?? payment.startedAt).toISOString(),
      card: cardBrand && cardLast4 ? `${cardBrand} ..${cardLast4}` : null,
    },
  };
  return { ...pack, statements: shorten(pack) };
}

function shorten(pack: Omit<EvidencePack, 'statements'>): string[] {
  const { payment, bills, biller, dispute, consents, otherPayments, texts } = pack;
  const paid = bills.map(({ number, description, dueOn }) => `${number} (${description}, due ${dueOn})`);
  const isBefore = (at: string) => Date.parse(at) <= Date.parse(payment.paidAt);
  const asked = texts.filter(({ direction, at }) => direction === 'in' && isBefore(at)).slice(-3);
  const receipt = texts.find(({ template, at }) => template?.startsWith('receipt') && !isBefore(at));
  const agreed = consents.find(({ act }) => act !== 'revoked');
  return [
    `${biller} billed ${paid.join(', ')}. It was paid on ${sayMoment(payment.paidAt)} by ${payment.channel} with ${payment.card ?? 'a card'}, ${payment.amount} ${dispute.currency}, reference ${payment.reference}.`,
    asked.length > 0 &&
      `The customer asked for it from their own phone: ${asked.map(({ at, body }) => `${sayMoment(at)}: "${body}"`).join('; ')}.`,
    receipt &&
      `The receipt went to the same phone: "${receipt.body.replaceAll('{link}', '[link]')}"${receipt.deliveredAt ? `, delivered ${sayMoment(receipt.deliveredAt)}` : ''}.`,
    agreed &&
      `The phone agreed to texts on ${sayMoment(agreed.at)} by ${agreed.channel}: "${agreed.wording}"`,
    otherPayments.length > 0 &&
      `${otherPayments.length} other payments of the same account were not disputed.`,
  ]
    .filter((text) => typeof text === 'string')
    .map((text) => text.slice(0, MOST_LETTERS));
}
