import { Biller } from '@kvitt/db/biller/biller.entity';
import { Sender } from '@kvitt/db/biller/sender.entity';
import type { Campaign } from '@kvitt/db/campaign/campaign.entity';
import { countAudience, listAudience } from '@kvitt/db/campaign/list-audience';
import { loadRecipients, type Recipient } from '@kvitt/db/campaign/load-recipients';
import { lastingReasons } from '@kvitt/domain/consent/policy/lasting-reasons';
import type { PartPrices } from '@kvitt/domain/message/price/price-of-part';
import { type Cost, tallyCost } from '@kvitt/domain/message/price/tally-cost';
import type { Ctx } from '../kit/context.ts';
import { loadWriter } from '../message/load-writer.ts';
import { judgeRecipients } from './judge-recipients.ts';
import { writeCampaignText } from './write-campaign-text.ts';

export interface CampaignPreview {
  accounts: number;
  /** Who would be texted at the given instant, or at a later hour, and who is left out to measure against. */
  texted: number;
  later: number;
  heldOut: number;
  /** Who would not be texted, by reason; one may have several. */
  excluded: { reason: string; count: number }[];
  /** Over every text that would go out, now or later. */
  cost: Cost;
  /** Whether all of the audience was gone through. */
  isWhole: boolean;
  /** The text for the first whom it would go to. */
  sample: string | undefined;
}

const PAGE = 500;

/**
 * Goes through a campaign's audience as it would at `at`, and writes nothing: who is texted, who is not and why, and what it
 * takes over every real recipient.
 * @param most stops after so many phones, for somebody who waits
 * @param onExcluded is told of each phone that would not be texted
 */
export async function previewCampaign(
  ctx: Ctx,
  campaign: Pick<Campaign, 'billerId' | 'id' | 'plan'>,
  { at, prices, most }: { at: Date; prices: PartPrices; most?: number },
  onExcluded: (phone: { phoneId: string; reasons: readonly string[] }) => void = () => {},
): Promise<CampaignPreview> {
  const { billerId, id, plan } = campaign;
  const em = ctx.em.fork();
  const biller = await em.findOneOrFail(Biller, { id: billerId });
  const writer = await loadWriter({ em }, billerId);
  const { accounts, withoutPhone } = await countAudience(em, billerId, plan.audience, at);
  const excluded = new Map<string, number>(withoutPhone > 0 ? [['NO_PHONE', withoutPhone]] : []);
  const sender = await em.findOneOrFail(Sender, { billerId }, { orderBy: { number: 'asc' } });
  const from = { billerId, template: plan.template, from: sender.number };
  const then = { ...ctx, em, clock: { now: () => at } };
  const tally = tallyCost(prices);
  const found: Omit<CampaignPreview, 'cost' | 'excluded'> = {
    accounts,
    texted: 0,
    later: 0,
    heldOut: 0,
    isWhole: true,
    sample: undefined,
  };
  for (let after: string | undefined, gone = 0; ; ) {
    const order = { billerId, id, audience: plan.audience, holdoutPercent: plan.holdoutPercent };
    const page = await listAudience(em, order, { after, limit: PAGE, now: at });
    const recipients = await loadRecipients(em, billerId, page);
    const write = (recipient: Recipient) => writeCampaignText(plan, recipient, biller, writer);
    const texts = [...recipients.values()].map((one) => ({ ...one, body: write(one) }));
    const answers = await judgeRecipients(then, from, texts);
    for (const { phoneId, isHeldOut } of page) {
      const recipient = recipients.get(phoneId);
      const answer = answers.get(phoneId);
      if (!recipient || !answer) continue;
      const { decision, reasons } = answer;
      if (decision !== 'ALLOW' && decision !== 'DEFER') {
        for (const reason of lastingReasons(reasons)) excluded.set(reason, (excluded.get(reason) ?? 0) + 1);
        onExcluded({ phoneId, reasons });
      } else if (isHeldOut) found.heldOut += 1;
      else {
        found[decision === 'ALLOW' ? 'texted' : 'later'] += 1;
        tally.add({ e164: recipient.phone, firstName: recipient.firstName }, (firstName) =>
          write({ ...recipient, firstName }),
        );
        found.sample ??= write(recipient);
      }
    }
    after = page.at(-1)?.phoneId;
    gone += page.length;
    found.isWhole = page.length < PAGE;
    if (found.isWhole || (most !== undefined && gone >= most)) break;
  }
  return {
    ...found,
    excluded: [...excluded].map(([reason, count]) => ({ reason, count })).sort((a, b) => b.count - a.count),
    cost: tally.total(),
  };
}
