import { countCards } from '@kvitt/db/offer/count-cards';
import { JourneyVersion } from '@kvitt/db/offer/journey-version.entity';
import { MANAGERS, OVERSEERS } from '@kvitt/domain/agent/role';
import type { Journey } from '@kvitt/domain/offer/journey';
import { SAMPLE_JOURNEY } from '@kvitt/domain/offer/sample-journey';
import { netPromoterScore } from '@kvitt/domain/survey/net-promoter-score';
import { noteAct } from '@kvitt/flows/agent/note-act';
import { readJourney } from '@kvitt/flows/offer/read-journey';
import { saveJourney } from '@kvitt/flows/offer/save-journey';
import { z } from 'zod';
import { consoleRoom, forRoles } from '../kit/trpc-console.ts';

const VERSIONS = 20;

/** What stands beside a customer's bills: notices, offers, surveys; and what came of them. */
export const journeyRoom = consoleRoom({
  show: forRoles(OVERSEERS).query(async ({ ctx: { em, agent } }) => {
    const { billerId } = agent;
    const latest = { orderBy: { version: 'desc' as const }, limit: VERSIONS };
    const versions = await em.find(JourneyVersion, { billerId }, latest);
    const rules: Journey = versions[0]?.rules ?? { cards: [] };
    return {
      rules,
      version: versions[0]?.version ?? null,
      sample: SAMPLE_JOURNEY,
      versions: versions.map(({ version, savedBy, savedAt, rules: its }) => ({
        ...{ version, savedBy, savedAt, cards: its.cards.length },
      })),
    };
  }),

  /** What came of each card, and what surveys say with the interval that holds the truth 95 times of 100. */
  results: forRoles(OVERSEERS).query(async ({ ctx: { em, agent } }) => {
    const counts = await countCards(em, agent.billerId);
    return counts.map((one) => ({ ...one, score: netPromoterScore(one) ?? null }));
  }),

  save: forRoles(MANAGERS)
    .input(z.object({ rules: z.unknown() }))
    .mutation(async ({ ctx: { tx, actor }, input }) => {
      const reading = readJourney(input.rules);
      if (reading.kind === 'refused') return reading;
      const { billerId, name } = actor;
      const version = await saveJourney(tx, { billerId, journey: reading.journey, actor: name });
      await noteAct(tx, actor, 'journey.saved', { detail: `version ${version}` });
      return { kind: 'saved' as const, version };
    }),
});
