import { openWorld, type World } from '@kvitt/testing/open-world';
import { addBiller } from '@kvitt/testing/people';
import { withThrowawayDatabase } from '@kvitt/testing/postgres/with-throwaway-database';
import { judgeYear } from '@kvitt/testing/rehearsal/judge-year';
import { liveThreeMonths, THREE_MONTHS_FROM } from '@kvitt/testing/rehearsal/live-three-months';
import { readReceivables, UnreadableData } from '@kvitt/testing/rehearsal/read-receivables';
import { rehearseYear } from '@kvitt/testing/rehearsal/rehearse-year';
import { writeThread } from '@kvitt/testing/rehearsal/write-thread';
import { CommandError } from '../command-error.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import { notice } from '../notice.ts';
import { writeAnswer } from '../write-answer.ts';

export interface RehearseOptions {
  from: string;
  until: string;
  personas?: true;
  json?: true;
}

const DAY_MS = 86_400_000;

/**
 * `reminder rehearse FOLDER`: lives through the days of a folder's bills on a database of its own, with both vendors'
 * sandboxes and a clock that is moved by hand; prints what was sent and what was not, and whether the promises held.
 * `--personas` lives through three months of ten people instead, and prints their threads.
 */
export async function rehearseReminders(
  folder: string | undefined,
  options: RehearseOptions,
): Promise<ExitCode> {
  if (options.personas) return withWorld(THREE_MONTHS_FROM, rehearsePersonas);
  if (folder === undefined) {
    throw new CommandError(
      EXIT.usage,
      'Name the folder of customers.csv and invoices.csv, or say --personas.',
    );
  }
  const data = readData(folder);
  const { from, until } = options;
  if (from > until) throw new CommandError(EXIT.usage, `--until ${until} is before --from ${from}.`);
  const bills = data.bills.filter(({ issuedOn }) => issuedOn >= from && issuedOn <= until);
  if (bills.length === 0) {
    throw new CommandError(EXIT.usage, `No bill of ${folder} was issued from ${from} to ${until}.`);
  }
  return withWorld(Date.parse(`${from}T06:00:00Z`), async (world, billerId) => {
    const onDay = showDays(Date.parse(from), Date.parse(until));
    await rehearseYear(world, billerId, { ...data, until, onDay });
    const { sent, table, proofs } = await judgeYear(world, { bills, from, until });
    const isKept = proofs.every(({ broken }) => broken.length === 0);
    if (options.json) {
      await writeAnswer(`${JSON.stringify({ sent, proofs })}\n`);
      return isKept ? EXIT.done : EXIT.no;
    }
    const lines = proofs.map(({ promise, broken }) =>
      broken.length === 0
        ? `kept    ${promise}`
        : `BROKEN  ${promise}: ${broken.length}, the first ${JSON.stringify(broken[0])}`,
    );
    await writeAnswer(`${table}\n${sent} reminders were sent.\n${lines.join('\n')}\n`);
    return isKept ? EXIT.done : EXIT.no;
  });
}

async function rehearsePersonas(world: World, billerId: string): Promise<ExitCode> {
  const onDay = showDays(THREE_MONTHS_FROM, Date.parse('2027-03-20'));
  for (const lived of await liveThreeMonths(world, billerId, onDay)) {
    await writeAnswer(`${await writeThread(world, lived)}\n`);
  }
  const broken = await world.findBroken();
  for (const { check, rows } of broken) notice(`BROKEN  ${check}: ${rows.length}`);
  return broken.length === 0 ? EXIT.done : EXIT.no;
}

async function withWorld(
  startMs: number,
  live: (world: World, billerId: string) => Promise<ExitCode>,
): Promise<ExitCode> {
  return withThrowawayDatabase(async (databaseUrl) => {
    const world = await openWorld({ databaseUrl, startMs });
    try {
      return await live(world, (await addBiller(world)).billerId);
    } finally {
      await world.close();
    }
  });
}

function readData(folder: string): ReturnType<typeof readReceivables> {
  try {
    return readReceivables(folder);
  } catch (error) {
    if (error instanceof UnreadableData) throw new CommandError(EXIT.usage, error.message);
    throw error;
  }
}

/** How far it is: one line that is drawn anew on a terminal, a line a month in a log. */
function showDays(fromMs: number, untilMs: number): (day: string) => void {
  const days = Math.max(1, Math.ceil((untilMs - fromMs) / DAY_MS));
  let month = '';
  return (day) => {
    const part = Math.min(100, Math.floor((100 * (Date.parse(day) - fromMs)) / (days * DAY_MS)));
    if (process.stderr.isTTY) process.stderr.write(`\r\u001b[K${day} · ${Math.max(0, part)} %`);
    else if (day.slice(0, 7) !== month) notice(`${day} …`);
    month = day.slice(0, 7);
    if (process.stderr.isTTY && part >= 100) process.stderr.write('\r\u001b[K');
  };
}
