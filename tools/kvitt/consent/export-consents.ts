import { exportLedger } from '@kvitt/flows/consent/export-ledger';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import { findBiller } from '../find-biller.ts';
import { notice } from '../notice.ts';
import { withContext } from '../with-context.ts';
import { writeAnswer } from '../write-answer.ts';

/** `consent export`: a biller's consent ledger, as lines of JSON, as far as it is sealed. */
export async function exportConsents(options: { biller?: string }): Promise<ExitCode> {
  return withContext({ isReadOnly: true }, async (ctx) => {
    const biller = await findBiller(ctx, options.biller);
    if (!biller) {
      notice('There is no biller yet, so there is no ledger.');
      return EXIT.no;
    }
    let lines = 0;
    for await (const line of exportLedger(ctx, biller.id)) {
      await writeAnswer(`${line}\n`);
      lines += 1;
    }
    if (lines === 1) notice('Nothing is sealed yet: the worker seals the ledger every few seconds.');
    else notice(`${lines - 1} entries.`);
    return EXIT.done;
  });
}
