import { Reminder } from '@kvitt/db/reminder/reminder.entity';
import type { Ctx } from '@kvitt/flows/kit/context';
import { foreseeReminders } from '@kvitt/flows/reminder/foresee-reminders';
import { CommandError } from '../command-error.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import { findBiller } from '../find-biller.ts';
import { notice } from '../notice.ts';
import { withContext } from '../with-context.ts';
import { writeAnswer } from '../write-answer.ts';

interface ListedReminder {
  step: string;
  day: string;
  /** `foreseen` where its day has not come yet: what is going to happen if nothing changes. */
  state: string;
  reason: string | null;
  at: string | null;
}

/** `reminder list --invoice N`: every step of the cadence for one bill, in the order of their days. */
export async function listReminders(options: {
  invoice: string;
  biller?: string;
  json?: boolean;
}): Promise<ExitCode> {
  return withContext({ isReadOnly: true }, async (ctx) => {
    const biller = await findBiller(ctx, options.biller);
    if (!biller) throw new CommandError(EXIT.no, 'There is no biller yet: import customers first.');
    const foreseen = await foreseeReminders(ctx, { billerId: biller.id, number: options.invoice });
    if (!foreseen) {
      notice(`There is no bill ${options.invoice}.`);
      return EXIT.no;
    }
    const kept = await listKept(ctx, biller.id, foreseen.invoiceId);
    const coming = foreseen.steps.flatMap(({ step, day, plan }): ListedReminder[] => {
      if (kept.some((one) => one.step === step)) return [];
      const at = plan.kind === 'send' ? new Date(plan.atMs).toISOString() : null;
      return [{ step, day, state: 'foreseen', reason: plan.kind === 'skip' ? plan.reason : null, at }];
    });
    const all = [...kept, ...coming].toSorted((a, b) => a.day.localeCompare(b.day));
    await writeAnswer(options.json ? `${JSON.stringify(all)}\n` : describe(all, foreseen.timeZone));
    return EXIT.done;
  });
}

async function listKept(ctx: Ctx, billerId: string, invoiceId: string): Promise<ListedReminder[]> {
  const found = await ctx.em.fork().find(Reminder, { billerId, invoiceId });
  return found.map(({ step, day, state, reason, sendAt }) => ({
    step,
    day,
    state,
    reason: reason ?? null,
    at: state === 'skipped' ? null : sendAt.toISOString(),
  }));
}

function describe(reminders: ListedReminder[], timeZone: string): string {
  if (reminders.length === 0) return 'No reminder of this bill, past or to come.\n';
  const lines = reminders.map(({ step, day, state, reason, at }) => {
    const hour = at === null ? '' : new Date(at).toLocaleString('sv-SE', { timeZone, timeStyle: 'short' });
    return `${day} ${hour.padEnd(5)}  ${state.padEnd(9)} ${step}${reason === null ? '' : `: ${reason}`}`;
  });
  return `${lines.join('\n')}\n`;
}
