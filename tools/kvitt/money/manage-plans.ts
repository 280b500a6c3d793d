import { money } from '@kvitt/domain/money/money';
import { toDecimal } from '@kvitt/domain/money/to-decimal';
import { PLAN_PACES, type PlanProposal } from '@kvitt/domain/plan/plan';
import { inTransaction } from '@kvitt/flows/kit/in-transaction';
import { endPlan } from '@kvitt/flows/plan/end-plan';
import { findPlanChoices, type PlanChoices } from '@kvitt/flows/plan/find-plan-choices';
import { startPlan } from '@kvitt/flows/plan/start-plan';
import { CommandError } from '../command-error.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import { withContext } from '../with-context.ts';
import { writeAnswer } from '../write-answer.ts';
import { findAccount } from './find-account.ts';

interface Options {
  biller?: string;
  json?: boolean;
}

/** `plan show ACCOUNT`: the running plan with what of each instalment is open, or the plans that an agent can make. */
export async function showPlan(number: string, options: Options): Promise<ExitCode> {
  return withContext({ isReadOnly: true }, async (ctx) => {
    const account = await findAccount(ctx, number, options.biller);
    const now = ctx.clock.now();
    const choices = await findPlanChoices(ctx.em.fork(), { ...account, now, by: 'agent' });
    await writeAnswer(options.json ? `${JSON.stringify(choices)}\n` : `${describe(choices)}\n`);
    return EXIT.done;
  });
}

/** `plan start ACCOUNT`: makes a plan that an agent agreed on with the customer. */
export async function makePlan(
  number: string,
  options: Options & { by: string; parts?: number; pace?: string; first?: string },
): Promise<ExitCode> {
  const pace = PLAN_PACES.find((one) => one === (options.pace ?? 'month'));
  if (!pace) throw new CommandError(EXIT.usage, `--pace is one of ${PLAN_PACES.join(', ')}.`);
  return withContext({ isReadOnly: false }, async (ctx) => {
    const account = await findAccount(ctx, number, options.biller);
    const { billerId, accountId } = account;
    const of = { ...account, now: ctx.clock.now(), by: 'agent' as const };
    const { due } = await findPlanChoices(ctx.em.fork(), of);
    const { parts, first } = options;
    const answer = await inTransaction(ctx, (tx) =>
      startPlan(tx, {
        billerId,
        accountId,
        planId: tx.ids.next(),
        wish: { pace, ...(parts !== undefined && { parts }), ...(first && { firstOn: first }) },
        agreed: due ?? money(0, 'USD'),
        channel: 'agent',
        by: options.by,
      }),
    );
    const words = answer.kind === 'started' ? listParts(answer.plan) : `No plan was made: ${answer.refusal}.`;
    await writeAnswer(`${options.json ? JSON.stringify(answer) : words}\n`);
    return answer.kind === 'refused' ? EXIT.no : EXIT.done;
  });
}

/** `plan end ACCOUNT`: ends the running plan. */
export async function stopPlan(number: string, options: Options & { by: string }): Promise<ExitCode> {
  return withContext({ isReadOnly: false }, async (ctx) => {
    const { billerId, accountId } = await findAccount(ctx, number, options.biller);
    const answer = await inTransaction(ctx, (tx) => endPlan(tx, { billerId, accountId, by: options.by }));
    const words = answer.kind === 'ended' ? 'The plan has ended.' : 'There is no plan that runs.';
    await writeAnswer(`${options.json ? JSON.stringify(answer) : words}\n`);
    return answer.kind === 'refused' ? EXIT.no : EXIT.done;
  });
}

function describe({ running, offers, refusal }: PlanChoices): string {
  if (running) {
    const { currency, leftMinor, instalments } = running;
    const show = (minor: number) => toDecimal(money(minor, currency));
    const lines = instalments.map(({ number, dueOn, amountMinor, openMinor }) => {
      const state = openMinor === 0 ? 'paid' : `${show(openMinor)} open`;
      return `${number}  ${dueOn}  ${show(amountMinor)}  ${state}`;
    });
    return [...lines, `${show(leftMinor)} ${currency} is left.`].join('\n');
  }
  if (refusal) return `No plan can be made: ${refusal}.`;
  return offers.map(listParts).join('\n\n');
}

function listParts({ instalments, currency }: PlanProposal): string {
  return instalments
    .map(
      ({ number, dueOn, amountMinor }) =>
        `${number}  ${dueOn}  ${toDecimal(money(amountMinor, currency))} ${currency}`,
    )
    .join('\n');
}
