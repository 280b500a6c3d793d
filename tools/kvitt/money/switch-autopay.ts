import { Autopay } from '@kvitt/db/autopay/autopay.entity';
import { PlannedCharge } from '@kvitt/db/autopay/planned-charge.entity';
import type { AutopayState } from '@kvitt/domain/autopay/autopay';
import { enroll } from '@kvitt/flows/autopay/enroll';
import { moveAutopay } from '@kvitt/flows/autopay/move-autopay';
import { skipOnce } from '@kvitt/flows/autopay/skip-once';
import { inTransaction } from '@kvitt/flows/kit/in-transaction';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import { writeAnswer } from '../write-answer.ts';
import { withAccount } from './with-account.ts';

interface Options {
  biller?: string;
  json?: boolean;
}

/** `autopay on ACCOUNT`: records a mandate that was given on paper; any other is given in the thread or on the page. */
export async function switchAutopayOn(
  number: string,
  options: Options & { by: string; paper: string; sweep?: boolean },
): Promise<ExitCode> {
  return withAccount(number, options, async (ctx, key) => {
    const answer = await inTransaction(ctx, (tx) =>
      enroll(tx, {
        ...key,
        autopayId: tx.ids.next(),
        sweepsOpen: options.sweep ?? false,
        channel: 'written',
        actor: options.by,
        evidence: { paper: options.paper },
      }),
    );
    if (answer.kind === 'refused') return say(options, answer, `Nothing is changed: ${answer.refusal}.`);
    const { kind, autopayId, method } = answer;
    return say(options, { kind, autopayId }, `Autopay is on with ${method.brand} ..${method.last4}.`);
  });
}

/** `autopay off`, `pause` and `resume ACCOUNT`. */
export async function moveAutopayTo(
  number: string,
  to: AutopayState,
  options: Options & { by: string },
): Promise<ExitCode> {
  return withAccount(number, options, async (ctx, key) => {
    const answer = await inTransaction(ctx, (tx) => moveAutopay(tx, { ...key, to, by: options.by }));
    const words = answer.kind === 'moved' ? `Autopay is ${to}.` : `Nothing is changed: ${answer.refusal}.`;
    return say(options, answer, words);
  });
}

/** `autopay skip ACCOUNT`: the next bill is left alone. */
export async function skipAutopay(number: string, options: Options): Promise<ExitCode> {
  return withAccount(number, options, async (ctx, key) => {
    const answer = await inTransaction(ctx, (tx) => skipOnce(tx, key));
    const words =
      answer.kind === 'skipped'
        ? `The bill that was to be charged on ${answer.chargeOn} is left alone.`
        : `Nothing is changed: ${answer.refusal}.`;
    return say(options, answer, words);
  });
}

/** `autopay show ACCOUNT`: the latest mandate, and its charges. */
export async function showAutopay(number: string, options: Options): Promise<ExitCode> {
  return withAccount(number, options, async (ctx, key) => {
    const em = ctx.em.fork();
    const [mandate] = await em.find(Autopay, key, { orderBy: { agreedAt: 'desc' }, limit: 1 });
    if (!mandate) return say(options, { kind: 'refused' }, 'There is no mandate.');
    const charges = await em.find(PlannedCharge, key, { orderBy: { chargeAt: 'asc' } });
    const { state, agreedAt, channel, wordingKey, sweepsOpen, endedAt, endedBy } = mandate;
    const lines = charges.map(
      (one) => `${one.chargeOn}  ${one.state}${one.reason ? ` (${one.reason})` : ''}, ${one.tries} tries`,
    );
    const shown = {
      kind: 'mandate',
      state,
      agreedAt,
      channel,
      wordingKey,
      sweepsOpen,
      endedAt,
      endedBy,
      charges,
    };
    const head = `${state} since ${agreedAt.toISOString()}, by ${channel}, ${wordingKey}`;
    return say(options, shown, [head, ...lines].join('\n'));
  });
}

async function say<A extends { kind: string }>(
  options: Options,
  answer: A,
  words: string,
): Promise<ExitCode> {
  await writeAnswer(`${options.json ? JSON.stringify(answer) : words}\n`);
  return answer.kind === 'refused' ? EXIT.no : EXIT.done;
}
