import type { CampaignPlan } from '@kvitt/domain/campaign/campaign';
import type { CampaignState } from '@kvitt/domain/campaign/step-campaign';
import { defineEntity, p } from '@mikro-orm/postgresql';

const CampaignSchema = defineEntity({
  name: 'Campaign',
  tableName: 'campaign',
  properties: {
    billerId: p.uuid().primary(),
    id: p.uuid().primary(),
    name: p.text(),
    plan: p.json<CampaignPlan>(),
    state: p.text().$type<CampaignState>(),
    /** Why it is paused. */
    reason: p.text().nullable(),
    startAt: p.datetime().nullable(),
    /** The last phone of its audience that it has a row for, and since when it has all of them. */
    walkedTo: p.uuid().nullable(),
    walkedAt: p.datetime().nullable(),
    /** Until when its texts per minute are used up. */
    pacedAt: p.datetime().nullable(),
    createdAt: p.datetime(),
    finishedAt: p.datetime().nullable(),
  },
});

/** The same news to many. */
export class Campaign extends CampaignSchema.class {}
CampaignSchema.setClass(Campaign);
