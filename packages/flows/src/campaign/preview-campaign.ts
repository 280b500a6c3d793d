import { Biller } from '@kvitt/db/biller/biller.entity';
import type { Campaign } from '@kvitt/db/campaign/campaign.entity';
import { countAudience, listAudience } from '@kvitt/db/campaign/list-audience';
import { loadRecipients } from '@kvitt/db/campaign/load-recipients';
import { countSegments } from '@kvitt/domain/message/count-segments';
import type { Ctx } from '../kit/context.ts';
import { loadWriter } from '../message/load-writer.ts';
import { judgeRecipient } from './judge-recipient.ts';
import { writeCampaignText } from './write-campaign-text.ts';

export interface CampaignPreview {
  accounts: number;
  /** Who would be texted at the given instant, or at a later hour, and who is left out to measure against. */
  texted: number;
  later: number;
  heldOut: number;
  /** Who would not be texted, by reason; one may have several. */
  excluded: { reason: string; count: number }[];
  /** Parts over every text that would go out, now or later; the carrier bills by them. */
  parts: number;
  /** The text for the first whom it would go to. */
  sample: string | undefined;
}

const PAGE = 500;

/**
 * Goes through a campaign's audience as it would at `at`, and writes nothing: who is texted, who is not and why, and what it
 * takes over every real recipient.
 * @param onExcluded is told of each phone that would not be texted
 */
export async function previewCampaign(
  ctx: Ctx,
  campaign: Campaign,
  at: Date,
  onExcluded: (phone: { phoneId: string; reasons: readonly string[] }) => void = () => {},
): Promise<CampaignPreview> {
  const { billerId, id, plan } = campaign;
  const em = ctx.em.fork();
  const biller = await em.findOneOrFail(Biller, { id: billerId });
  const write = await loadWriter({ em }, billerId);
  const { accounts, withoutPhone } = await countAudience(em, billerId, plan.audience, at);
  const excluded = new Map<string, number>(withoutPhone > 0 ? [['NO_PHONE', withoutPhone]] : []);
  const found: CampaignPreview = {
    accounts,
    texted: 0,
    later: 0,
    heldOut: 0,
    excluded: [],
    parts: 0,
    sample: undefined,
  };
  for (let after: string | undefined; ; ) {
    const order = { billerId, id, audience: plan.audience, holdoutPercent: plan.holdoutPercent };
    const page = await listAudience(em, order, { after, limit: PAGE, now: at });
    const recipients = await loadRecipients(em, billerId, page, at);
    for (const { phoneId, isHeldOut } of page) {
      const recipient = recipients.get(phoneId);
      if (!recipient) continue;
      const { decision, reasons } = judgeRecipient(recipient, plan.template, at);
      if (decision !== 'ALLOW' && decision !== 'DEFER') {
        for (const reason of reasons) excluded.set(reason, (excluded.get(reason) ?? 0) + 1);
        onExcluded({ phoneId, reasons });
      } else if (isHeldOut) found.heldOut += 1;
      else {
        const body = writeCampaignText(plan, recipient, biller, write);
        found[decision === 'ALLOW' ? 'texted' : 'later'] += 1;
        found.parts += countSegments(body).parts;
        found.sample ??= body;
      }
    }
    after = page.at(-1)?.phoneId;
    if (page.length < PAGE) break;
  }
  found.excluded = [...excluded]
    .map(([reason, count]) => ({ reason, count }))
    .sort((a, b) => b.count - a.count);
  return found;
}
