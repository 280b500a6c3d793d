import type { CampaignAct } from '@kvitt/domain/campaign/step-campaign';
import { defineEntity, p } from '@mikro-orm/postgresql';

const CampaignEventSchema = defineEntity({
  name: 'CampaignEvent',
  tableName: 'campaign_event',
  properties: {
    billerId: p.uuid().primary(),
    id: p.uuid().primary(),
    campaignId: p.uuid(),
    act: p.text().$type<CampaignAct | 'create'>(),
    actor: p.text(),
    reason: p.text().nullable(),
    at: p.datetime(),
  },
});

/** What was done to a campaign: who, when, why. Never changed, never removed. */
export class CampaignEvent extends CampaignEventSchema.class {}
CampaignEventSchema.setClass(CampaignEvent);
