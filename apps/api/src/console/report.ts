import { Biller } from '@kvitt/db/biller/biller.entity';
import { listFigure } from '@kvitt/db/report/list-figure';
import { loadDeskWork } from '@kvitt/db/report/load-desk-work';
import { loadEnrollmentFunnel, loadPayFunnel } from '@kvitt/db/report/load-funnels';
import { loadCollected, loadReceivables } from '@kvitt/db/report/load-money';
import { loadPaper } from '@kvitt/db/report/load-paper';
import { loadRuleChanges } from '@kvitt/db/report/load-rule-changes';
import { loadUplift } from '@kvitt/db/report/load-uplift';
import { PaperPrice } from '@kvitt/db/report/paper-price.entity';
import { MANAGERS, OVERSEERS } from '@kvitt/domain/agent/role';
import { compareRates } from '@kvitt/domain/campaign/compare-rates';
import { addDays } from '@kvitt/domain/time/add-days';
import { localDate } from '@kvitt/domain/time/local-date';
import { noteAct } from '@kvitt/flows/agent/note-act';
import { z } from 'zod';
import { consoleRoom, forRoles } from '../kit/trpc-console.ts';
import { FIGURE } from './report-inputs.ts';

const PAGE = 100;

const instant = z.iso.datetime({ offset: true });

const LIST = FIGURE.extend({ after: z.object({ at: instant, id: z.uuid() }).optional() });

/** How the work goes, over all agents: what a manager glances at, and what each number counts. */
export const reportRoom = consoleRoom({
  home: forRoles(OVERSEERS)
    .input(z.object({ days: z.int().min(1).max(366) }))
    .query(async ({ ctx: { em, tx, agent }, input }) => {
      const { billerId } = agent;
      const { currency, timeZone } = await em.findOneOrFail(Biller, { id: billerId });
      const to = localDate(tx.clock.now(), timeZone);
      const span = { billerId, from: addDays(to, 1 - input.days), to };
      const uplift = await loadUplift(em, billerId);
      return {
        currency,
        ...span,
        enrollments: await loadEnrollmentFunnel(em, span),
        pay: await loadPayFunnel(em, span),
        collected: await loadCollected(em, span),
        changes: await loadRuleChanges(em, span),
        receivables: await loadReceivables(em, span),
        desk: await loadDeskWork(em, span),
        paper: await loadPaper(em, span),
        uplift: uplift.map((one) => ({ ...one, difference: compareRates(one.texted, one.leftOut) ?? null })),
      };
    }),

  /** What a number counts, one by one. */
  list: forRoles(OVERSEERS)
    .input(LIST)
    .query(async ({ ctx: { em, agent }, input: { from, to, after, ...part } }) => {
      const { billerId } = agent;
      const { currency } = await em.findOneOrFail(Biller, { id: billerId });
      const lines = await listFigure(em, { billerId, from, to }, part, { after, most: PAGE });
      const last = lines.length === PAGE ? lines.at(-1) : undefined;
      return { currency, lines, next: last && { at: last.at, id: last.id } };
    }),

  /** Says what a bill on paper costs, by which the saving is counted. */
  setPaperPrice: forRoles(MANAGERS)
    .input(z.object({ minor: z.int().min(0).max(100_000) }))
    .mutation(async ({ ctx: { em, tx, actor }, input: { minor } }) => {
      const { billerId, name: setBy } = actor;
      await em.insert(PaperPrice, { billerId, id: tx.ids.next(), minor, setBy, since: tx.clock.now() });
      await noteAct(tx, actor, 'report.paper-price', { detail: String(minor) });
      return { minor };
    }),
});
