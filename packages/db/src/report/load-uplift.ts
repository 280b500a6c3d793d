import type { Share } from '@kvitt/domain/campaign/compare-rates';
import type { EntityManager } from '@mikro-orm/postgresql';
import { Campaign } from '../campaign/campaign.entity.ts';
import { countResults } from '../campaign/count-results.ts';

export interface Uplift {
  campaignId: string;
  name: string;
  /** Who paid within the days that are measured, of those who were texted and of those who were left out by chance. */
  texted: Share;
  leftOut: Share;
}

/** As many as a glance takes in. */
const LATEST = 3;

/** The latest campaigns that left somebody out by chance, so that what the text itself did can be told. */
export async function loadUplift(em: EntityManager, billerId: string): Promise<Uplift[]> {
  const latest = await em.find(
    Campaign,
    { billerId },
    { orderBy: { createdAt: 'desc', id: 'desc' }, limit: 20 },
  );
  const measured = latest.filter(({ plan }) => plan.holdoutPercent > 0).slice(0, LATEST);
  const all: Uplift[] = [];
  for (const { id, name, plan } of measured) {
    const { counts } = await countResults(em, { billerId, id }, plan.measureDays);
    if (counts.leftOut.of > 0)
      all.push({ campaignId: id, name, texted: counts.texted, leftOut: counts.leftOut });
  }
  return all;
}
