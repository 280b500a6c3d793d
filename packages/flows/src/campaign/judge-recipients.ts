import type { Recipient } from '@kvitt/db/campaign/load-recipients';
import type { CampaignTemplate } from '@kvitt/domain/campaign/campaign';
import { type DecidedText, type Deciding, decideTexts } from '../message/decide-texts.ts';

/**
 * Asks the contact policy whether a campaign's text may go to each of these phones now, with all that it knows of them:
 * advertising or information, by what the template is for. Nothing is kept.
 * @param texts with the number that they would come from
 * @returns the answer by the phone's id
 */
export async function judgeRecipients(
  tx: Deciding,
  campaign: { billerId: string; template: CampaignTemplate; from: string },
  texts: readonly (Recipient & { body: string })[],
): Promise<Map<string, DecidedText>> {
  const { billerId, template, from } = campaign;
  const open = texts.map(({ phoneId, body }) => ({
    // There is no text yet: a phone has one at the most, and is its name.
    id: phoneId,
    phoneId,
    invoiceId: null,
    purpose: 'service' as const,
    template,
    askedAt: undefined,
    body,
    from,
  }));
  const decided = await decideTexts(tx, billerId, open);
  return new Map(decided.map((answer) => [answer.messageId, answer]));
}
