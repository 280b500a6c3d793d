import { Biller } from '@kvitt/db/biller/biller.entity';
import { Sender } from '@kvitt/db/biller/sender.entity';
import type { Campaign } from '@kvitt/db/campaign/campaign.entity';
import type { WaitingRecipient } from '@kvitt/db/campaign/claim-waiting';
import { loadRecipients } from '@kvitt/db/campaign/load-recipients';
import { type Settled, settleRecipients } from '@kvitt/db/campaign/settle-recipients';
import { openThread } from '../conversation/find-thread.ts';
import type { TxCtx } from '../kit/context.ts';
import { type DecidedText, keepRules } from '../message/decide-texts.ts';
import { loadWriter } from '../message/load-writer.ts';
import { queueText } from '../message/queue-text.ts';
import { judgeRecipients } from './judge-recipients.ts';
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
  const recipients = await loadRecipients(tx.em, billerId, waiting);
  const texts = [...recipients.values()].map((recipient) => ({
    ...recipient,
    body: writeCampaignText(campaign.plan, recipient, biller, write),
  }));
  const { template } = campaign.plan;
  const answers = await judgeRecipients(tx, { billerId, template, from: sender.number }, texts);
  const bodies = new Map(texts.map(({ phoneId, body }) => [phoneId, body]));
  const settled: Settled[] = [];
  for (const one of waiting) {
    const answer = answers.get(one.phoneId);
    const body = bodies.get(one.phoneId);
    if (!answer || body === undefined) throw new Error(`there is no phone ${one.phoneId}`);
    settled.push(await settle(tx, { campaign, senderId: sender.id, one, answer, body }));
  }
  const policyVersion = await keepRules(tx, billerId);
  await settleRecipients(tx.em, { billerId, id }, settled, { now, policyVersion });
  return settled.filter(({ state }) => state === 'queued').length;
}

interface OneText {
  campaign: Campaign;
  senderId: string;
  one: WaitingRecipient;
  answer: DecidedText;
  body: string;
}

async function settle(tx: TxCtx, text: OneText): Promise<Settled> {
  const { campaign, senderId, one, body } = text;
  const { billerId, id, plan } = campaign;
  const { phoneId } = one;
  const { decision, reasons, nextAllowedAt, inputs } = text.answer;
  if (decision === 'DEFER' && nextAllowedAt !== null) {
    return { phoneId, state: 'waiting', reasons, nextAt: new Date(nextAllowedAt) };
  }
  if (decision !== 'ALLOW') return { phoneId, state: 'excluded', reasons, inputs };
  if (one.isHeldOut) return { phoneId, state: 'held-out', reasons: [], inputs };
  const thread = await openThread(tx, { billerId, phoneId, senderId });
  const answer = await queueText(tx, {
    billerId,
    ...thread,
    purpose: 'service',
    template: plan.template,
    body,
    cause: `campaign/${id}/${phoneId}/${one.tries}`,
    sendBefore: new Date(tx.clock.now().getTime() + USEFUL_MS),
  });
  if (answer.kind === 'queued-before') throw new Error(`the campaign ${id} had a text for ${phoneId} before`);
  if (answer.kind === 'refused') return { phoneId, state: 'excluded', reasons: [answer.refusal] };
  const why = answer.kind === 'held' ? [answer.reason] : [];
  return { phoneId, state: 'queued', reasons: why, messageId: answer.messageId };
}
