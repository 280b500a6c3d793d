import { Biller } from '@kvitt/db/biller/biller.entity';
import { loadDeskWork } from '@kvitt/db/report/load-desk-work';
import { loadEnrollmentFunnel, loadPayFunnel } from '@kvitt/db/report/load-funnels';
import { loadCollected, loadReceivables } from '@kvitt/db/report/load-money';
import { loadPaper } from '@kvitt/db/report/load-paper';
import { OVERSEERS } from '@kvitt/domain/agent/role';
import { addDays } from '@kvitt/domain/time/add-days';
import { localDate } from '@kvitt/domain/time/local-date';
import { z } from 'zod';
import { consoleRoom, forRoles } from '../kit/trpc-console.ts';

/** How the work goes, over all agents: what a manager glances at. */
export const reportRoom = consoleRoom({
  home: forRoles(OVERSEERS)
    .input(z.object({ days: z.int().min(1).max(366) }))
    .query(async ({ ctx: { em, tx, agent }, input }) => {
      const { billerId } = agent;
      const { currency, timeZone } = await em.findOneOrFail(Biller, { id: billerId });
      const to = localDate(tx.clock.now(), timeZone);
      const span = { billerId, from: addDays(to, 1 - input.days), to };
      return {
        currency,
        ...span,
        enrollments: await loadEnrollmentFunnel(em, span),
        pay: await loadPayFunnel(em, span),
        collected: await loadCollected(em, span),
        receivables: await loadReceivables(em, span),
        desk: await loadDeskWork(em, span),
        paper: await loadPaper(em, span),
      };
    }),
});
