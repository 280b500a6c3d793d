import { Biller } from '@kvitt/db/biller/biller.entity';
import { CadenceVersion } from '@kvitt/db/reminder/cadence-version.entity';
import { loadCadence } from '@kvitt/db/reminder/load-cadence';
import { MANAGERS, OVERSEERS } from '@kvitt/domain/agent/role';
import { countryOf, defaultOf } from '@kvitt/domain/reminder/default-of';
import { readCadence } from '@kvitt/domain/reminder/read-cadence';
import { stepDay } from '@kvitt/domain/reminder/step-day';
import { addDays } from '@kvitt/domain/time/add-days';
import { localDate } from '@kvitt/domain/time/local-date';
import { noteAct } from '@kvitt/flows/agent/note-act';
import { foreseeReminders } from '@kvitt/flows/reminder/foresee-reminders';
import { saveCadence } from '@kvitt/flows/reminder/save-cadence';
import { z } from 'zod';
import { consoleRoom, forRoles, forRolesInSteps } from '../kit/trpc-console.ts';

const VERSIONS = 20;
/** Between a bill's day and its due date, in the example. */
const USUAL_TERM_DAYS = 14;

/** Read by the domain, which says all that is wrong with it. */
const RULES = z.unknown();

/** When open bills are reminded of: the steps that count, trying others, and putting them in force. */
export const cadenceRoom = consoleRoom({
  show: forRoles(OVERSEERS).query(async ({ ctx: { em, agent } }) => {
    const { billerId } = agent;
    const saved = await loadCadence(em, billerId);
    const biller = await em.findOneOrFail(Biller, { id: billerId });
    const latest = { orderBy: { version: 'desc' as const }, limit: VERSIONS };
    const versions = await em.find(CadenceVersion, { billerId }, latest);
    return {
      rules: saved?.rules ?? defaultOf(biller),
      usual: defaultOf(biller),
      /** None is in force until one is saved: then no reminders go out. */
      version: saved?.version ?? null,
      versions: versions.map(({ version, savedBy, savedAt, rules }) => ({
        version,
        savedBy,
        savedAt,
        rules,
      })),
    };
  }),

  /** The days on which the steps of a draft would come, for a bill of today; and all that is wrong with it. */
  check: forRoles(OVERSEERS)
    .input(z.object({ rules: RULES, issuedOn: z.iso.date().optional(), dueOn: z.iso.date().optional() }))
    .query(async ({ ctx: { em, tx, agent }, input }) => {
      const reading = readCadence(input.rules);
      if (reading.kind === 'refused') return reading;
      const biller = await em.findOneOrFail(Biller, { id: agent.billerId });
      const issuedOn = input.issuedOn ?? localDate(tx.clock.now(), biller.timeZone);
      const dueOn = input.dueOn ?? addDays(issuedOn, USUAL_TERM_DAYS);
      const { steps, closedOn } = reading.cadence;
      const days = steps.map((step) => ({
        step: step.key,
        ...stepDay(step, { issuedOn, dueOn }, countryOf(biller), closedOn),
      }));
      return { kind: 'read' as const, issuedOn, dueOn, days };
    }),

  /** What would become of each step for one real bill: when it goes out, or why it does not. */
  foresee: forRolesInSteps(OVERSEERS)
    .input(z.object({ rules: RULES, number: z.string().trim().min(1).max(60) }))
    .query(async ({ ctx: { limited, agent }, input }) => {
      const reading = readCadence(input.rules);
      if (reading.kind === 'refused') return null;
      const order = { billerId: agent.billerId, number: input.number, rules: reading.cadence };
      return (await foreseeReminders(limited, order)) ?? null;
    }),

  save: forRoles(MANAGERS)
    .input(z.object({ rules: RULES }))
    .mutation(async ({ ctx: { tx, actor }, input }) => {
      const reading = readCadence(input.rules);
      if (reading.kind === 'refused') return reading;
      const { billerId, name } = actor;
      const version = await saveCadence(tx, { billerId, cadence: reading.cadence, actor: name });
      await noteAct(tx, actor, 'cadence.saved', { detail: `version ${version}` });
      return { kind: 'saved' as const, version };
    }),
});
