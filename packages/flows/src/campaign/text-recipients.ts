import { Biller } from '@kvitt/db/biller/biller.entity';
import { Sender } from '@kvitt/db/biller/sender.entity';
import type { Campaign } from '@kvitt/db/campaign/campaign.entity';
import type { WaitingRecipient } from '@kvitt/db/campaign/claim-waiting';
import { loadRecipients, type Recipient } from '@kvitt/db/campaign/load-recipients';
import { type Settled, settleRecipients } from '@kvitt/db/campaign/settle-recipients';
import { openThread } from '../conversation/find-thread.ts';
import type { TxCtx } from '../kit/context.ts';
import { loadWriter, type Writer } from '../message/load-writer.ts';
import { queueText } from '../message/queue-text.ts';
import { judgeRecipient } from './judge-recipient.ts';
import { writeCampaignText } from './write-campaign-text.ts';

/** News that has not gone out by then is none any more. */
const USEFUL_MS = 48 * 3_600_000;

/**
 * Decides on each of these phones by the contact policy as it stands now, and puts the texts of those who may be texted
 * into the outbox, within the caller's transaction. Who is left out for measuring is decided on in the same way, and gets
 * nothing; who may be texted later waits for that hour.
 * @returns how many texts were written
 */
export async function textRecipients(
  tx: TxCtx,
  campaign: Campaign,
  waiting: readonly WaitingRecipient[],
): Promise<number> {
  const { billerId, id } = campaign;
  const now = tx.clock.now();
  const biller = await tx.em.findOneOrFail(Biller, { id: billerId });
  const sender = await tx.em.findOneOrFail(Sender, { billerId }, { orderBy: { number: 'asc' } });
  const write = await loadWriter(tx, billerId);
  const recipients = await loadRecipients(tx.em, billerId, waiting, now);
  const settled: Settled[] = [];
  for (const one of waiting) {
    const recipient = recipients.get(one.phoneId);
    if (!recipient) throw new Error(`there is no phone ${one.phoneId}`);
    settled.push(await settle(tx, { campaign, biller, senderId: sender.id, write, one, recipient }));
  }
  await settleRecipients(tx.em, { billerId, id }, settled, now);
  return settled.filter(({ state }) => state === 'queued').length;
}

interface OneText {
  campaign: Campaign;
  biller: Biller;
  senderId: string;
  write: Writer;
  one: WaitingRecipient;
  recipient: Recipient;
}

async function settle(tx: TxCtx, text: OneText): Promise<Settled> {
  const { campaign, biller, senderId, write, one, recipient } = text;
  const { billerId, id, plan } = campaign;
  const { phoneId } = one;
  const now = tx.clock.now();
  const { decision, reasons, nextAllowedAt } = judgeRecipient(recipient, plan.template, now);
  if (decision === 'DEFER' && nextAllowedAt !== null) {
    return { phoneId, state: 'waiting', reasons, nextAt: new Date(nextAllowedAt) };
  }
  if (decision !== 'ALLOW') return { phoneId, state: 'excluded', reasons };
  if (one.isHeldOut) return { phoneId, state: 'held-out', reasons: [] };
  const thread = await openThread(tx, { billerId, phoneId, senderId });
  const answer = await queueText(tx, {
    billerId,
    ...thread,
    purpose: 'service',
    template: plan.template,
    body: writeCampaignText(plan, recipient, biller, write),
    cause: `campaign/${id}/${phoneId}/${one.tries}`,
    sendBefore: new Date(now.getTime() + USEFUL_MS),
  });
  if (answer.kind === 'queued-before') throw new Error(`the campaign ${id} had a text for ${phoneId} before`);
  return answer.kind !== 'refused'
    ? { phoneId, state: 'queued', reasons: [], messageId: answer.messageId }
    : { phoneId, state: 'excluded', reasons: [answer.refusal] };
}
