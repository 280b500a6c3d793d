import { Biller } from '@kvitt/db/biller/biller.entity';
import { Credit } from '@kvitt/db/credit/credit.entity';
import { listCredits } from '@kvitt/db/credit/list-credits';
import { GRANTED_KINDS } from '@kvitt/domain/credit/credit';
import { money } from '@kvitt/domain/money/money';
import { fromDecimal, toDecimal } from '@kvitt/domain/money/to-decimal';
import { decideOverpayment } from '@kvitt/flows/credit/decide-overpayment';
import { endCredit } from '@kvitt/flows/credit/end-credit';
import { expireCredits } from '@kvitt/flows/credit/expire-credits';
import { grantCredit } from '@kvitt/flows/credit/grant-credit';
import { inTransaction } from '@kvitt/flows/kit/in-transaction';
import { CommandError } from '../command-error.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import { isUuid } from '../is-uuid.ts';
import { withContext } from '../with-context.ts';
import { writeAnswer } from '../write-answer.ts';
import { findAccount } from './find-account.ts';

interface Options {
  biller?: string;
  json?: boolean;
}

/** `credit grant ACCOUNT`. */
export async function giveCredit(
  number: string,
  options: Options & { kind?: string; amount?: string; reason: string; by: string; expires?: string },
): Promise<ExitCode> {
  const kind = GRANTED_KINDS.find((one) => one === (options.kind ?? 'goodwill'));
  if (!kind) throw new CommandError(EXIT.usage, `--kind is one of ${GRANTED_KINDS.join(', ')}.`);
  return withContext({ isReadOnly: false }, async (ctx) => {
    const { billerId, accountId } = await findAccount(ctx, number, options.biller);
    const { currency } = await ctx.em.fork().findOneOrFail(Biller, { id: billerId });
    const amount = options.amount === undefined ? undefined : fromDecimal(options.amount, currency);
    if (options.amount !== undefined && !amount) {
      throw new CommandError(EXIT.usage, '--amount is a number such as 5.00.');
    }
    const answer = await inTransaction(ctx, (tx) =>
      grantCredit(tx, {
        billerId,
        accountId,
        creditId: tx.ids.next(),
        kind,
        reason: options.reason,
        by: options.by,
        ...(amount && { amountMinor: amount.minor }),
        ...(options.expires && { expiresOn: options.expires }),
      }),
    );
    await writeAnswer(`${JSON.stringify(answer)}\n`);
    return answer.kind === 'refused' ? EXIT.no : EXIT.done;
  });
}

/** `credit list ACCOUNT`. */
export async function showCredits(number: string, options: Options): Promise<ExitCode> {
  return withContext({ isReadOnly: true }, async (ctx) => {
    const credits = await listCredits(ctx.em.fork(), await findAccount(ctx, number, options.biller));
    const lines = credits.map(({ creditId, kind, currency, amountMinor, leftMinor, ...one }) => {
      const show = (minor: number) => toDecimal(money(minor, currency));
      const until = one.expiresOn ? ` until ${one.expiresOn}` : '';
      const state = one.endedAs ?? (one.isKept ? `${show(leftMinor)} left${until}` : 'keep or pay back?');
      return `${creditId}  ${one.grantedOn}  ${kind}  ${show(amountMinor)} ${currency}  ${state}  ${one.reason}\n`;
    });
    await writeAnswer(options.json ? `${JSON.stringify(credits)}\n` : lines.join(''));
    return EXIT.done;
  });
}

/** `credit expire`. */
export async function expireNow(options: Options): Promise<ExitCode> {
  return withContext({ isReadOnly: false }, async (ctx) => {
    let ended = 0;
    for (let some = 1; some > 0; ended += some) some = await expireCredits(ctx);
    await writeAnswer(options.json ? `${JSON.stringify({ ended })}\n` : `${ended} credits have ended.\n`);
    return EXIT.done;
  });
}

/** `credit take-back`, `keep` and `pay-back CREDIT`. */
export async function moveCredit(
  creditId: string,
  as: 'taken-back' | 'kept' | 'paid-back',
  options: Options & { by: string; consent?: string },
): Promise<ExitCode> {
  const { by, consent } = options;
  if (!isUuid(creditId)) throw new CommandError(EXIT.usage, `${creditId} is no id of a credit.`);
  if (as === 'kept' && !consent) throw new CommandError(EXIT.usage, 'To keep it takes --consent WORDS.');
  return withContext({ isReadOnly: false }, async (ctx) => {
    const credit = await ctx.em.fork().findOne(Credit, { id: creditId });
    if (!credit) throw new CommandError(EXIT.no, `There is no credit ${creditId}.`);
    const { billerId } = credit;
    const answer = await inTransaction<{ kind: string }>(ctx, (tx) =>
      as === 'taken-back'
        ? endCredit(tx, { billerId, creditId, as, by })
        : decideOverpayment(tx, { billerId, creditId, as, by, ...(consent && { consent }) }),
    );
    await writeAnswer(`${JSON.stringify(answer)}\n`);
    return answer.kind === 'refused' ? EXIT.no : EXIT.done;
  });
}
