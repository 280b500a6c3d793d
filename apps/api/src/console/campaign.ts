import { Campaign } from '@kvitt/db/campaign/campaign.entity';
import { CampaignEvent } from '@kvitt/db/campaign/campaign-event.entity';
import { countResults } from '@kvitt/db/campaign/count-results';
import { MANAGERS, OVERSEERS } from '@kvitt/domain/agent/role';
import { CAMPAIGN_TEMPLATES } from '@kvitt/domain/campaign/campaign';
import { compareRates } from '@kvitt/domain/campaign/compare-rates';
import { ASSUMED_PRICES } from '@kvitt/domain/message/price/price-of-part';
import { TEMPLATE_KINDS } from '@kvitt/domain/message/templates/template-vars';
import { noteAct } from '@kvitt/flows/agent/note-act';
import { createCampaign } from '@kvitt/flows/campaign/create-campaign';
import { moveCampaign } from '@kvitt/flows/campaign/move-campaign';
import { previewCampaign } from '@kvitt/flows/campaign/preview-campaign';
import { readCampaign } from '@kvitt/flows/campaign/read-campaign';
import { inTransaction } from '@kvitt/flows/kit/in-transaction';
import { TRPCError } from '@trpc/server';
import { z } from 'zod';
import { consoleRoom, forRoles, forRolesInSteps, refuse } from '../kit/trpc-console.ts';

const PAGE = 100;
/** As many phones as are gone through while somebody waits. */
const MOST = 5_000;

const campaign = { campaignId: z.uuid() };
/** Read by the flow, which says all that is wrong with it. */
const PLAN = z.object({ plan: z.unknown() });

/** Broadcasts that are not about a bill: whom they would reach, when they go out, what came of them. */
export const campaignRoom = consoleRoom({
  list: forRoles(OVERSEERS).query(async ({ ctx: { em, agent } }) => {
    const latest = { orderBy: { createdAt: 'desc' as const, id: 'desc' as const }, limit: PAGE };
    const all = await em.find(Campaign, { billerId: agent.billerId }, latest);
    return all.map(({ id, name, state, reason, startAt, plan, finishedAt, createdAt }) => ({
      ...{ id, name, state, reason, startAt, finishedAt, createdAt },
      template: plan.template,
    }));
  }),

  /** What a campaign's text is told, by text: the form asks for these. */
  forms: forRoles(OVERSEERS).query(() =>
    CAMPAIGN_TEMPLATES.map((template) => ({
      template,
      vars: Object.entries(TEMPLATE_KINDS[template].vars)
        .filter(([key]) => key !== 'firstName' && key !== 'withStop')
        .map(([key, kind]) => ({ key, isOptional: kind === 'optional' })),
    })),
  ),

  open: forRoles(OVERSEERS)
    .input(z.object(campaign))
    .query(async ({ ctx: { em, agent }, input }) => {
      const { billerId } = agent;
      const found = await em.findOne(Campaign, { billerId, id: input.campaignId });
      if (!found) throw new TRPCError({ code: 'NOT_FOUND', message: 'no such campaign' });
      const { id, name, plan, state, reason, startAt, finishedAt } = found;
      const { counts, excluded } = await countResults(em, { billerId, id }, plan.measureDays);
      const events = await em.find(CampaignEvent, { billerId, campaignId: id }, { orderBy: { id: 'asc' } });
      return {
        ...{ id, name, plan, state, reason, startAt, finishedAt, counts, excluded },
        difference: compareRates(counts.texted, counts.leftOut) ?? null,
        events: events.map(({ act, actor, reason: why, at }) => ({ act, actor, reason: why, at })),
      };
    }),

  /** Goes through the audience as it is now, by the rules of contact; writes nothing. */
  preview: forRolesInSteps(MANAGERS)
    .input(PLAN)
    .query(async ({ ctx: { limited, agent }, input }) => {
      const reading = readCampaign(input.plan);
      if (reading.kind === 'refused') return reading;
      const at = limited.clock.now();
      const { billerId } = agent;
      const { plan } = reading;
      // Who is left out is a matter of its id; a draft has none yet, and so may leave out others.
      const draft = { billerId, id: limited.ids.next(), name: plan.name, plan };
      const by = { at, prices: ASSUMED_PRICES, most: MOST };
      const preview = await previewCampaign(limited, draft, by);
      return { kind: 'previewed' as const, ...preview, sample: preview.sample ?? null };
    }),

  create: forRolesInSteps(MANAGERS)
    .input(PLAN)
    .mutation(async ({ ctx: { limited, actor }, input }) => {
      const reading = readCampaign(input.plan);
      if (reading.kind === 'refused') return reading;
      const { billerId, name } = actor;
      const answer = await createCampaign(limited, { billerId, plan: reading.plan, actor: name });
      if (answer.kind === 'refused') return refuse(answer.refusal);
      const on = { subject: 'campaign', subjectId: answer.campaignId };
      await inTransaction(limited, (tx) => noteAct(tx, actor, 'campaign.created', on));
      return answer;
    }),

  move: forRoles(MANAGERS)
    .input(
      z.object({
        ...campaign,
        act: z.enum(['schedule', 'pause', 'resume', 'cancel']),
        startAt: z.iso.datetime({ offset: true }).optional(),
        reason: z.string().trim().max(200).optional(),
      }),
    )
    .mutation(async ({ ctx: { tx, actor }, input: { campaignId, act, reason, ...when } }) => {
      const { billerId, name } = actor;
      if (!(await tx.em.findOne(Campaign, { billerId, id: campaignId }))) return refuse('NO_SUCH_CAMPAIGN');
      const now = tx.clock.now();
      const startAt = when.startAt === undefined ? now : new Date(when.startAt);
      if (act === 'schedule' && startAt < now) return refuse('IN_THE_PAST');
      const answer = await moveCampaign(tx, {
        ...{ billerId, campaignId, act, actor: name },
        ...(reason && { reason }),
        ...(act === 'schedule' && { startAt }),
      });
      if (answer.kind === 'refused') return refuse('NOT_IN_THIS_STATE');
      await noteAct(tx, actor, `campaign.${act}`, { subject: 'campaign', subjectId: campaignId });
      return answer;
    }),
});
