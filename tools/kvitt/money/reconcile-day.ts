import { money } from '@kvitt/domain/money/money';
import { toDecimal } from '@kvitt/domain/money/to-decimal';
import { addDays } from '@kvitt/domain/time/add-days';
import { localDate } from '@kvitt/domain/time/local-date';
import { type ReconcileAnswer, reconcile } from '@kvitt/flows/payment/reconcile';
import { CommandError } from '../command-error.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import { findBiller } from '../find-biller.ts';
import { withContext } from '../with-context.ts';
import { writeAnswer } from '../write-answer.ts';
import { openProcessor } from './open-processor.ts';

/** `reconcile`: compares a day of the ledger with the processor's books; yesterday where no day is named. */
export async function reconcileDay(options: {
  day?: string;
  biller?: string;
  json?: boolean;
}): Promise<ExitCode> {
  return withContext({ isReadOnly: false }, async (opened) => {
    const ctx = { ...opened, payments: openProcessor() };
    const biller = await findBiller(ctx, options.biller);
    if (!biller) throw new CommandError(EXIT.no, 'There is no biller yet.');
    const day = options.day ?? addDays(localDate(ctx.clock.now(), biller.timeZone), -1);
    const answer = await reconcile(ctx, { billerId: biller.id, day, by: 'operator' });
    await writeAnswer(options.json ? `${JSON.stringify(answer)}\n` : `${describe(answer, day)}\n`);
    if (answer.kind === 'unanswered') return EXIT.unreachable;
    return answer.kind === 'compared' && answer.differences.length === 0 ? EXIT.done : EXIT.no;
  });
}

function describe(answer: ReconcileAnswer, day: string): string {
  switch (answer.kind) {
    case 'refused':
      return `${day} is not over yet.`;
    case 'unanswered':
      return `The processor does not answer: ${answer.reason}.`;
    case 'compared': {
      const { sales, refunds, differences } = answer;
      const head = `${day}: ${sales} sales and ${refunds} refunds settled, ${differences.length} differences.`;
      const lines = differences.map(({ kind, subject, oursMinor, theirsMinor, currency }) => {
        const [ours, theirs] = [oursMinor, theirsMinor].map((minor) => toDecimal(money(minor, currency)));
        return `${kind}  ${subject}  ours ${ours}  theirs ${theirs} ${currency}`;
      });
      return [head, ...lines].join('\n');
    }
  }
}
