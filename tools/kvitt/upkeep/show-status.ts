import { loadVitals } from '@kvitt/db/report/load-vitals';
import { findAlarms } from '@kvitt/domain/report/find-alarms';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import { withContext } from '../with-context.ts';
import { writeAnswer } from '../write-answer.ts';

/** `status`: how the sending of texts is; exit code 1 where something is not well. */
export async function showStatus(options: { json?: boolean }): Promise<ExitCode> {
  return withContext({ isReadOnly: true }, async (ctx) => {
    const vitals = await loadVitals(ctx.em.fork(), ctx.clock.now());
    const alarms = findAlarms(vitals);
    if (options.json) await writeAnswer(`${JSON.stringify({ ...vitals, alarms })}\n`);
    else {
      const rows = [
        `${vitals.dueTexts} texts are due, the oldest for ${Math.round(vitals.oldestDueSeconds)} s; ${vitals.waitingJobs} jobs wait`,
        `last hour: ${vitals.sent} texts, ${vitals.failed} failed, ${vitals.optedOut} phones opted out`,
        ...(vitals.pausedSenders > 0 ? [`${vitals.pausedSenders} senders are paused`] : []),
        ...alarms.map(({ code, value, limit }) => `ALARM ${code}: ${value.toFixed(1)}, limit ${limit}`),
      ];
      await writeAnswer(`${rows.join('\n')}\n`);
    }
    return alarms.length > 0 ? EXIT.no : EXIT.done;
  });
}
