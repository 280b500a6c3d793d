import { Account } from '@kvitt/db/customer/account.entity';
import { PaymentMethod } from '@kvitt/db/payment/payment-method.entity';
import type { Ctx } from '@kvitt/flows/kit/context';
import { inTransaction } from '@kvitt/flows/kit/in-transaction';
import { makeDefault } from '@kvitt/flows/method/make-default';
import { removeMethod } from '@kvitt/flows/method/remove-method';
import { CommandError } from './command-error.ts';
import { EXIT, type ExitCode } from './exit-codes.ts';
import { findBiller } from './find-biller.ts';
import { withContext } from './with-context.ts';
import { writeAnswer } from './write-answer.ts';

interface Options {
  biller?: string;
  json?: boolean;
}

interface Key {
  billerId: string;
  accountId: string;
}

/** `method list ACCOUNT`: also those that were removed or closed; no token is shown. */
export async function listMethods(number: string, options: Options): Promise<ExitCode> {
  return withAccount(number, options, async (ctx, key) => {
    const found = await ctx.em.fork().find(PaymentMethod, key, { orderBy: { createdAt: 'asc' } });
    const methods = found.map(({ vaultToken: _, ...method }) => method);
    const lines = methods.map(
      ({ id, kind, brand, last4, isDefault, closedWhy, removedAt }) =>
        `${id}  ${kind}  ${brand} ..${last4}${isDefault ? ', the default one' : ''}${
          removedAt ? ', removed' : closedWhy ? `, closed: ${closedWhy}` : ''
        }`,
    );
    await writeAnswer(options.json ? `${JSON.stringify(methods)}\n` : `${lines.join('\n') || 'None.'}\n`);
    return EXIT.done;
  });
}

/** `method default` and `method remove ACCOUNT METHOD`. */
export async function changeMethod(
  act: 'default' | 'remove',
  number: string,
  methodId: string,
  options: Options & { by: string },
): Promise<ExitCode> {
  return withAccount(number, options, async (ctx, key) => {
    const of = { ...key, methodId };
    const answer = await inTransaction<{ kind: string; refusal?: string }>(ctx, async (tx) => {
      if (act === 'remove') return removeMethod(tx, { ...of, by: options.by });
      const made = await makeDefault(tx, of);
      return made.kind === 'made' ? { kind: 'made' } : made;
    });
    const words = answer.kind === 'refused' ? `Nothing is changed: ${answer.refusal}.` : 'Done.';
    await writeAnswer(`${options.json ? JSON.stringify(answer) : words}\n`);
    return answer.kind === 'refused' ? EXIT.no : EXIT.done;
  });
}

async function withAccount(
  number: string,
  options: Options,
  act: (ctx: Ctx, key: Key) => Promise<ExitCode>,
): Promise<ExitCode> {
  return withContext({ isReadOnly: false }, async (ctx) => {
    const biller = await findBiller(ctx, options.biller);
    const account = biller && (await ctx.em.fork().findOne(Account, { billerId: biller.id, number }));
    if (!account) throw new CommandError(EXIT.no, `There is no account ${number}.`);
    return act(ctx, { billerId: account.billerId, accountId: account.id });
  });
}
