import type { Check } from '@kvitt/db/checks/check';
import type { Ctx } from '@kvitt/flows/kit/context';

/** What one check found: its name, what has to hold, and the rows that break it. */
export interface CheckResult {
  name: string;
  says: string;
  rows: Record<string, unknown>[];
}

/** Enough broken rows to see what is wrong; with `--json` all of them are written. */
const SHOWN_ROWS = 20;

/** Asks checks one after the other, in their order; reads only. */
export async function askChecks(ctx: Ctx, checks: readonly Check[]): Promise<CheckResult[]> {
  const results: CheckResult[] = [];
  for (const { name, says, find } of checks) {
    results.push({ name, says, rows: await find(ctx.em.fork(), ctx.clock.now()) });
  }
  return results;
}

/** What checks found, in lines for an operator. */
export function describeChecks(checks: readonly CheckResult[]): string[] {
  return checks.flatMap(({ says, rows }) => [
    `${rows.length === 0 ? 'holds' : 'BROKEN'}  ${says}`,
    ...rows.slice(0, SHOWN_ROWS).map((row) => `        ${JSON.stringify(row)}`),
    ...(rows.length > SHOWN_ROWS ? [`        … and ${rows.length - SHOWN_ROWS} more`] : []),
  ]);
}
