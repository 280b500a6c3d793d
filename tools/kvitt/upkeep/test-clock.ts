import { Biller } from '@kvitt/db/biller/biller.entity';
import { readClockOffset } from '@kvitt/db/clock/read-clock-offset';
import { type ClockProgress, type ClockRefusal, moveClock } from '@kvitt/runtime/clock/move-clock';
import { type ResetAnswer, resetClock } from '@kvitt/runtime/clock/reset-clock';
import { DATA } from '../../start/local-parts.ts';
import { CommandError } from '../command-error.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import { notice } from '../notice.ts';
import { type OpenDatabase, openDatabase } from '../open-database.ts';
import { writeAnswer } from '../write-answer.ts';
import { type ClockWish, readClockOrder } from './read-clock-order.ts';

const DAY_MS = 86_400_000;

/** Why time does not move, for the operator. */
const REFUSALS: Record<ClockRefusal, string> = {
  BACKWARDS:
    'Time goes forward only: texts and payments that have happened would lie in the future. `clock reset` goes back where nothing has.',
  TOO_FAR: 'That is more than 800 days away.',
  NOT_RUNNING:
    'No worker goes by the test clock: start one with `npm start`. One that sends real texts, charges real cards or runs in production never does.',
  MOVING: 'Another move is under way.',
  BUSY: 'A process did not come to rest within 90 seconds; time stands where it was when it was asked to.',
};

/** `clock`: shows the test clock, or moves the time of the whole sandboxed deployment. */
export async function testClock(when: string | undefined, options: { json?: boolean }): Promise<ExitCode> {
  if (when !== undefined && process.env.KVITT_ENV === 'production') {
    throw new CommandError(EXIT.no, 'In production time cannot be moved: it is everyone’s.');
  }
  const database = await openDatabase({ isReadOnly: when === undefined });
  try {
    const timeZone = await findTimeZone(database);
    const wish = readClockOrder(when, timeZone);
    if (wish.kind === 'unreadable') throw new CommandError(EXIT.usage, wish.why);
    const texts = await obey(database, wish);
    const offsetMs = await readClockOffset(database.orm.em.fork());
    const nowMs = Date.now() + offsetMs;
    await writeAnswer(
      options.json
        ? `${JSON.stringify({ now: new Date(nowMs).toISOString(), aheadMs: offsetMs, ...(texts !== undefined && { texts }) })}\n`
        : `${sayTime(nowMs, timeZone)}, ${sayAhead(offsetMs)}${texts === undefined ? '' : ` · ${sayTexts(texts)}`}\n`,
    );
    return EXIT.done;
  } finally {
    await database.close();
  }
}

async function findTimeZone({ orm }: OpenDatabase): Promise<string> {
  const [biller] = await orm.em.fork().find(Biller, {}, { orderBy: { createdAt: 'asc' }, limit: 1 });
  return biller?.timeZone ?? 'UTC';
}

/** @returns how many texts went out meanwhile; undefined where time was not moved */
async function obey(
  { orm, url }: OpenDatabase,
  wish: Exclude<ClockWish, { kind: 'unreadable' }>,
): Promise<number | undefined> {
  if (wish.kind === 'show') return undefined;
  const base = { databaseUrl: url, em: () => orm.em.fork() };
  if (wish.kind === 'reset') {
    const answer = await resetClock(base);
    if (answer.kind === 'refused') throw new CommandError(EXIT.no, sayWhyNotReset(answer));
    return undefined;
  }
  const answer = await moveClock({ ...base, order: wish, onProgress: makeTeller() });
  if (process.stderr.isTTY) process.stderr.write('\r\u001b[K');
  if (answer.kind === 'refused') throw new CommandError(EXIT.no, REFUSALS[answer.refusal]);
  return answer.texts;
}

/** Tells how far time is: on a terminal in one line, else in a line per day. */
function makeTeller(): (progress: ClockProgress) => void {
  let toldDay = 0;
  return ({ movedMs, ofMs, texts }) => {
    const day = Math.floor(movedMs / DAY_MS);
    const words = `day ${day} of ${Math.ceil(ofMs / DAY_MS)} · ${sayTexts(texts)}`;
    if (process.stderr.isTTY) process.stderr.write(`\r\u001b[K${words}`);
    else if (day > toldDay) notice(words);
    toldDay = Math.max(toldDay, day);
  };
}

function sayTexts(texts: number): string {
  return texts === 1 ? '1 text sent' : `${texts} texts sent`;
}

function sayTime(nowMs: number, timeZone: string): string {
  const format = new Intl.DateTimeFormat('en-US', { timeZone, dateStyle: 'full', timeStyle: 'short' });
  return `${format.format(nowMs)} (${timeZone})`;
}

function sayAhead(offsetMs: number): string {
  if (offsetMs === 0) return 'the machine’s time';
  const hours = offsetMs / 3_600_000;
  return hours < 48 ? `${hours.toFixed(1)} hours ahead` : `${(hours / 24).toFixed(1)} days ahead`;
}

function sayWhyNotReset(answer: Extract<ResetAnswer, { kind: 'refused' }>): string {
  if (answer.refusal !== 'HAPPENED') return REFUSALS[answer.refusal];
  const what = answer.facts.map(({ table, rows }) => `${table} ${rows}`).join(', ');
  return `Something has happened in that time and cannot be taken back (${what}). To begin anew, stop Kvitt and delete ${DATA}.`;
}
