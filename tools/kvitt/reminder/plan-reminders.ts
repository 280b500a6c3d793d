import { planDueReminders } from '@kvitt/flows/reminder/plan-due-reminders';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import { withContext } from '../with-context.ts';
import { writeAnswer } from '../write-answer.ts';

interface Count {
  state: string;
  reason: string | null;
  count: number;
}

/** `reminder plan`: plans what has come due for every biller that has a cadence, and counts what became of it. */
export async function planReminders(options: { json?: boolean }): Promise<ExitCode> {
  return withContext({ isReadOnly: false }, async (ctx) => {
    const now = ctx.clock.now();
    const sameInstant = { ...ctx, clock: { now: () => now } };
    const [row] = await ctx.em.execute<{ billers: number }[]>(
      'select count(*)::int as billers from reminder_run',
    );
    for (let left = row?.billers ?? 0; left > 0; left -= 1) await planDueReminders(sameInstant, 1);
    const planned = await ctx.em.execute<Count[]>(
      `select state, reason, count(*)::int as count from reminder where created_at = ? group by 1, 2 order by 1, 2`,
      [now],
    );
    const lines = planned.map(
      ({ state, reason, count }) => `${count} ${state}${reason ? ` (${reason})` : ''}\n`,
    );
    const words = lines.length === 0 ? 'Nothing has come due since it was last planned.\n' : lines.join('');
    await writeAnswer(options.json ? `${JSON.stringify(planned)}\n` : words);
    return EXIT.done;
  });
}
