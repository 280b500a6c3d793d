import { CHECKS } from '@kvitt/db/checks/checks';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import { withContext } from '../with-context.ts';
import { writeAnswer } from '../write-answer.ts';
import { askChecks, describeChecks } from './ask-checks.ts';

/** `checks`: asks every invariant whether it holds; exit code 1 where one does not. Reads only. */
export async function runChecks(options: { json?: boolean }): Promise<ExitCode> {
  return withContext({ isReadOnly: true }, async (ctx) => {
    const checks = await askChecks(ctx, CHECKS);
    const holds = checks.every(({ rows }) => rows.length === 0);
    await writeAnswer(
      options.json ? `${JSON.stringify({ holds, checks })}\n` : `${describeChecks(checks).join('\n')}\n`,
    );
    return holds ? EXIT.done : EXIT.no;
  });
}
