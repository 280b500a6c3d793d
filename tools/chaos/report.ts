import { POINTS } from './deaths.ts';
import type { Deliveries } from './deliveries.ts';
import type { Desk } from './desk.ts';
import type { DrainReport } from './drain.ts';
import { cents, type Evidence, isCaptured, type Sale, type Violation } from './oracle/evidence.ts';
import type { StormReport } from './storm.ts';
import type { Strikes } from './vendor-faults.ts';
import type { Workers } from './workers.ts';

export interface RunReport {
  seed: number;
  rounds: number;
  factor: number;
  seconds: number;
  people: number;
  desk: Desk['counts'];
  workers: Workers;
  apiRecoveriesMs: number[];
  falls: string[];
  storm: StormReport | undefined;
  strikes: Strikes[];
  deliveries: Deliveries;
  drain: DrainReport;
  evidence: Evidence;
  violations: Violation[];
}

/** The one table of a run, as lines. */
export async function writeReport(run: RunReport): Promise<string[]> {
  const { evidence, workers, storm, drain, deliveries } = run;
  const inbound = evidence.texts.filter(({ direction }) => direction === 'inbound');
  const accepted = evidence.texts.filter(({ origin }) => origin === 'api');
  const captured = evidence.sales.filter(isCaptured);
  const atGateway = sumOf(captured);
  const credits = evidence.sales.filter(({ type, status }) => type === 'credit' && !FAILED.includes(status));
  const here = await countHere(evidence);
  const count = (kind: string, vendor: string) =>
    run.strikes
      .filter((strike) => strike.kind === kind && strike.vendor === vendor)
      .reduce((sum, strike) => sum + strike.struck, 0);
  const both = (kind: string) => `${count(kind, 'processor')} processor, ${count(kind, 'carrier')} carrier`;
  const broken = (word: string) =>
    run.violations.filter(({ invariant }) => invariant.startsWith(`${word} `)).length;
  const rows: [string, string | number][] = [
    ['seed', run.seed],
    ['clock', `${run.factor} times as fast as the machine's`],
    ['people', run.people],
    ['texts in', inbound.length],
    ['texts accepted by the carrier', accepted.length],
    ['webhook deliveries tried', `${deliveries.tried} (${deliveries.failed} unanswered)`],
    ...POINTS.map((point): [string, number] => [`killed at "${point}"`, workers.kills.get(point) ?? 0]),
    ['workers killed at random', workers.strikes()],
    ['APIs killed at random', storm?.apiKills ?? 0],
    ['PostgreSQL killed', storm?.databaseKills ?? 0],
    ['processes stopped for 5 s', storm?.stops ?? 0],
    ['processes that ended by themselves', run.falls.length],
    ['requests lost', both('drop-before')],
    ['answers lost', both('drop-after')],
    ['late landings', both('late')],
    ['slow answers', both('delay')],
    ['503 and 429', both('status')],
    ['payments: unknown at some time', here.asked],
    ['payments: declined, never arrived', here.neverArrived],
    ['texts that were lost and not sent again', here.givenUp],
    ['reminders', await countReminders(evidence)],
    ['reminders skipped', await countSkips(evidence)],
    [
      'undone',
      `${here.undone} here, ${evidence.sales.filter(({ status }) => status === 'voided').length} voided at the gateway`,
    ],
    ['asked back at the desk', sayDesk(run.desk)],
    ['given back here', `${here.refunds} = ${money(here.refundedMinor)}`],
    ['given back at the gateway', `${credits.length} = ${money(sumOf(credits))}`],
    ['charged by themselves', `${here.charged} of ${here.planned} bills, ${here.chargedTwice} twice`],
    ['captured here', `${here.captured} = ${money(here.minor)}`],
    ['captured at the gateway', `${captured.length} = ${money(atGateway)}`],
    ['charged twice', broken('I1')],
    ['captured and not posted once', broken('I2')],
    ['unbalanced', broken('I3')],
    ['texts after STOP', broken('I4')],
    ['acknowledged and lost, or without one outcome', broken('I5') + broken('I7')],
    ['texts sent twice', broken('I6')],
    ['recovery of a worker (spare ready)', spread(workers.recoveriesMs)],
    ['recovery of the API', spread(run.apiRecoveriesMs)],
    ['recovery of PostgreSQL', spread(storm?.databaseAwayMs ?? [])],
    ['caught up after the last fault', drain.drainedMs === undefined ? 'NOT' : seconds(drain.drainedMs)],
  ];
  const width = Math.max(...rows.map(([name]) => name.length));
  return rows.map(([name, value]) => `${name.padEnd(width)}  ${value}`);
}

/** A credit in one of these has moved nothing. */
const FAILED: readonly string[] = ['processor_declined', 'gateway_rejected', 'failed', 'voided'];

function sumOf(sales: readonly Sale[]): number {
  return sales.reduce((sum, sale) => sum + cents(sale.amount), 0);
}

function sayDesk(desk: Desk['counts']): string {
  const { asked, waited, agreed, turnedDown, refused, ownWordRefused } = desk;
  const second = `${waited} waited for a second person: ${agreed} agreed, ${turnedDown} turned down`;
  return `${asked} (${second}; ${ownWordRefused} own words not taken), ${refused} refused`;
}

const NO_COUNTS = {
  undone: 0,
  captured: 0,
  minor: 0,
  asked: 0,
  neverArrived: 0,
  givenUp: 0,
  refunds: 0,
  refundedMinor: 0,
  planned: 0,
  charged: 0,
  chargedTwice: 0,
};

type Counts = typeof NO_COUNTS;

async function countHere({ db }: Evidence) {
  const { rows } = await db.query<Counts>(
    `select count(*) filter (where state = 'approved')::int as captured,
       coalesce(sum(amount_minor) filter (where state = 'approved'), 0)::int as minor,
       count(*) filter (where exists (select from message m where m.biller_id = p.biller_id
         and m.cause = 'checking-payment/' || p.id))::int as asked,
       count(*) filter (where decline_kind = 'never-arrived')::int as "neverArrived",
       count(*) filter (where state = 'voided')::int as undone,
       (select count(*)::int from message where state = 'failed' and reason = 'ANSWER_LOST') as "givenUp",
       (select count(*)::int from refund where state = 'done' and move = 'refund') as refunds,
       (select coalesce(sum(amount_minor), 0)::int from refund where state = 'done' and move = 'refund') as "refundedMinor",
       (select count(*)::int from planned_charge) as planned,
       (select count(*)::int from planned_charge where state = 'charged') as charged,
       (select count(*)::int from (select from payment where state = 'approved' and planned_charge_id is not null
         group by biller_id, planned_charge_id having count(*) > 1) t) as "chargedTwice"
     from payment p`,
  );
  return rows[0] ?? NO_COUNTS;
}

/** How many reminders there are in each state. */
async function countReminders({ db }: Evidence): Promise<string> {
  const { rows } = await db.query<{ words: string }>(
    `select count(*) || ' ' || state as words from reminder group by state order by count(*) desc`,
  );
  return rows.map(({ words }) => words).join(', ');
}

/** Why those were that were not sent. */
async function countSkips({ db }: Evidence): Promise<string> {
  const { rows } = await db.query<{ words: string }>(
    `select count(*) || ' ' || reason as words from reminder where state = 'skipped' group by reason order by count(*) desc`,
  );
  return rows.map(({ words }) => words).join(', ');
}

function money(minor: number): string {
  return `$${(minor / 100).toFixed(2)}`;
}

function seconds(ms: number): string {
  return `${(ms / 1_000).toFixed(1)} s`;
}

function spread(timesMs: number[]): string {
  if (timesMs.length === 0) return 'none';
  const sorted = [...timesMs].sort((one, other) => one - other);
  const middle = sorted[Math.floor(sorted.length / 2)] ?? 0;
  return `${seconds(middle)} median, ${seconds(sorted.at(-1) ?? 0)} longest of ${sorted.length}`;
}
