import { PaymentMethod } from '@kvitt/db/payment/payment-method.entity';
import { inTransaction } from '@kvitt/flows/kit/in-transaction';
import { makeDefault } from '@kvitt/flows/method/make-default';
import { removeMethod } from '@kvitt/flows/method/remove-method';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import { writeAnswer } from '../write-answer.ts';
import { withAccount } from './with-account.ts';

interface Options {
  biller?: string;
  json?: boolean;
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
