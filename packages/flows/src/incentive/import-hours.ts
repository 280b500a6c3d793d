import { Agent } from '@kvitt/db/agent/agent.entity';
import { keepHours, type WorkedDay } from '@kvitt/db/incentive/keep-hours';
import { CsvError, parse } from 'csv-parse/sync';
import { type Actor, noteAct } from '../agent/note-act.ts';
import type { TxCtx } from '../kit/context.ts';

export type HoursProblem = 'UNREADABLE' | 'NO_SUCH_AGENT' | 'NOT_A_DAY' | 'NOT_HOURS' | 'TWICE';

export type HoursAnswer =
  | { kind: 'kept'; days: number }
  /** What is wrong, by line of the file; nothing was kept. */
  | { kind: 'refused'; problems: { line: number; problem: HoursProblem }[] };

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const MOST_LINES = 20_000;

/**
 * Takes a file of hours worked, within the caller's transaction: `email,day,hours` with a header, hours as decimals. All of
 * it or, where a line is wrong, nothing of it. A day that was entered before is replaced.
 */
export async function importHours(
  tx: TxCtx,
  actor: Actor & { id: string },
  csv: string,
): Promise<HoursAnswer> {
  const { billerId } = actor;
  const lines = readLines(csv);
  if (!lines) return { kind: 'refused', problems: [{ line: 1, problem: 'UNREADABLE' }] };
  const agents = await tx.em.find(Agent, { billerId });
  const byEmail = new Map(agents.map(({ email, id }) => [email.toLowerCase(), id]));
  const problems: { line: number; problem: HoursProblem }[] = [];
  const days: WorkedDay[] = [];
  const seen = new Set<string>();
  for (const [index, { email, day, hours }] of lines.entries()) {
    const agentId = byEmail.get(email?.trim().toLowerCase() ?? '');
    const worked = Number((hours ?? '').replace(',', '.'));
    const problem =
      findProblem(agentId, day, hours, worked) ?? (seen.has(`${agentId} ${day}`) ? 'TWICE' : undefined);
    if (problem || !agentId || !day) {
      problems.push({ line: index + 2, problem: problem ?? 'UNREADABLE' });
      continue;
    }
    seen.add(`${agentId} ${day}`);
    days.push({ agentId, day, minutes: Math.round(worked * 60) });
  }
  if (problems.length > 0) return { kind: 'refused', problems: problems.slice(0, 50) };
  await keepHours(tx.em, billerId, days);
  await noteAct(tx, actor, 'hours.kept', { subject: 'hours', detail: String(days.length) });
  return { kind: 'kept', days: days.length };
}

function findProblem(
  agentId: string | undefined,
  day = '',
  hours = '',
  worked = Number.NaN,
): HoursProblem | undefined {
  if (!agentId) return 'NO_SUCH_AGENT';
  if (!DAY.test(day) || Number.isNaN(Date.parse(day))) return 'NOT_A_DAY';
  return hours.trim() !== '' && worked >= 0 && worked <= 24 ? undefined : 'NOT_HOURS';
}

function readLines(csv: string): { email?: string; day?: string; hours?: string }[] | undefined {
  try {
    const lines: { email?: string; day?: string; hours?: string }[] = parse(csv, {
      columns: (header: string[]) => header.map((name) => name.trim().toLowerCase()),
      bom: true,
      skip_empty_lines: true,
      trim: true,
    });
    const [first] = lines;
    const isNamed = first && 'email' in first && 'day' in first && 'hours' in first;
    return isNamed && lines.length <= MOST_LINES ? lines : undefined;
  } catch (error) {
    if (error instanceof CsvError) return undefined;
    throw error;
  }
}
