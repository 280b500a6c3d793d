import { Campaign } from '@kvitt/db/campaign/campaign.entity';
import { CampaignEvent } from '@kvitt/db/campaign/campaign-event.entity';
import { takeBackTexts } from '@kvitt/db/campaign/take-back-texts';
import { type CampaignAct, type CampaignState, stepCampaign } from '@kvitt/domain/campaign/step-campaign';
import { LockMode } from '@mikro-orm/postgresql';
import type { TxCtx } from '../kit/context.ts';

export interface CampaignMove {
  billerId: string;
  campaignId: string;
  act: CampaignAct;
  actor: string;
  reason?: string;
  /** For `schedule`. */
  startAt?: Date;
}

export type MoveCampaignAnswer =
  | { kind: 'moved'; state: CampaignState; takenBack: number }
  | { kind: 'refused'; state: CampaignState };

/**
 * Moves a campaign by one act, within the caller's transaction, and writes down who did it. Paused or cancelled, its texts
 * leave the outbox at once, in the same transaction: those that are paused are written anew when it goes on.
 */
export async function moveCampaign(tx: TxCtx, move: CampaignMove): Promise<MoveCampaignAnswer> {
  const { billerId, campaignId, act, actor, reason, startAt } = move;
  const now = tx.clock.now();
  const campaign = await tx.em.findOneOrFail(
    Campaign,
    { billerId, id: campaignId },
    { lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true },
  );
  const state = stepCampaign(campaign.state, act);
  if (!state) return { kind: 'refused', state: campaign.state };
  const isOver = state === 'done' || state === 'cancelled';
  await tx.em.nativeUpdate(
    Campaign,
    { billerId, id: campaignId },
    {
      state,
      reason: reason ?? null,
      ...(startAt && { startAt }),
      ...(isOver && { finishedAt: now }),
      ...(act === 'resume' && { pacedAt: now }),
    },
  );
  const event = { billerId, id: tx.ids.next(), campaignId, act, actor, reason: reason ?? null, at: now };
  await tx.em.insert(CampaignEvent, event);
  const takenBack =
    state === 'paused' || state === 'cancelled'
      ? await takeBackTexts(
          tx.em,
          { billerId, id: campaignId },
          state === 'paused' ? 'waiting' : 'cancelled',
          now,
        )
      : 0;
  return { kind: 'moved', state, takenBack };
}
