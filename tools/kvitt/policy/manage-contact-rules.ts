import { text } from 'node:stream/consumers';
import { ContactRule } from '@kvitt/db/consent/contact-rule.entity';
import { Account } from '@kvitt/db/customer/account.entity';
import { readClientRules } from '@kvitt/domain/consent/policy/read-client-rules';
import { addContactRules } from '@kvitt/flows/consent/add-contact-rules';
import { endContactRule } from '@kvitt/flows/consent/end-contact-rule';
import { setContactProfile } from '@kvitt/flows/consent/set-contact-profile';
import { inTransaction } from '@kvitt/flows/kit/in-transaction';
import { CommandError } from '../command-error.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import { isUuid } from '../is-uuid.ts';
import { openInput } from '../open-input.ts';
import { withContext } from '../with-context.ts';
import { writeAnswer } from '../write-answer.ts';
import { writeLines } from '../write-lines.ts';
import { type ContactOptions, findContact, needBiller } from './find-contact.ts';

type Options = ContactOptions & { by: string; json?: true; all?: true };

/** `policy rules list`: what a biller and its accounts have added, oldest first; with `--all` also what has ended. */
export async function listContactRules(options: Omit<Options, 'by'>): Promise<ExitCode> {
  return withContext({ isReadOnly: true }, async (ctx) => {
    const billerId = await needBiller(ctx, options);
    const of = await findContact(ctx, billerId, options);
    const owner = of && 'accountId' in of ? of : {};
    const em = ctx.em.fork();
    const rules = await em.find(
      ContactRule,
      { billerId, ...owner, ...(!options.all && { endedAt: null }) },
      { orderBy: { createdAt: 'asc', id: 'asc' } },
    );
    const accounts = await em.find(Account, {
      billerId,
      id: { $in: rules.flatMap(({ accountId }) => accountId ?? []) },
    });
    const numbers = new Map(accounts.map(({ id, number }) => [id, number]));
    const lines = rules.map((one) => {
      const account = one.accountId ? numbers.get(one.accountId) : undefined;
      if (options.json) return JSON.stringify({ ...one, account });
      const ended = one.endedAt ? `, ended ${one.endedAt.toISOString().slice(0, 10)} by ${one.endedBy}` : '';
      const whose = account === undefined ? 'the biller' : `account ${account}`;
      return `${one.id}  ${one.kind} of ${whose}, since ${one.createdAt.toISOString().slice(0, 10)} by ${one.createdBy}${ended}\n  ${JSON.stringify(one.rule)}`;
    });
    await writeLines(lines, 'No rules were added.');
    return EXIT.done;
  });
}

/** `policy rules add FILE`: all of the file's rules, or none and every problem with its place. */
export async function addRules(file: string, options: Options): Promise<ExitCode> {
  const json = readJson(await text(openInput(file).stream), file);
  return withContext({ isReadOnly: false }, async (ctx) => {
    const billerId = await needBiller(ctx, options);
    const of = await findContact(ctx, billerId, options);
    const standing = await ctx.em.fork().find(ContactRule, { billerId, endedAt: null });
    const reading = readClientRules(
      json,
      standing.map(({ rule }) => String(rule.id)),
    );
    if (reading.kind === 'refused') {
      throw new CommandError(EXIT.no, ['Nothing is added:', ...reading.problems].join('\n  '));
    }
    const { rules } = reading;
    const owner = of && 'accountId' in of ? { accountId: of.accountId } : {};
    await inTransaction(ctx, (tx) => addContactRules(tx, { billerId, ...owner, rules, by: options.by }));
    await writeAnswer(`${rules.map(({ kind, id }) => `${kind} ${id} is added.`).join('\n')}\n`);
    return EXIT.done;
  });
}

/** `policy rules end ID`: the rule holds no more; it is kept. */
export async function endRule(id: string, options: Options): Promise<ExitCode> {
  if (!isUuid(id)) throw new CommandError(EXIT.usage, `${id} is no rule's id; policy rules list names them.`);
  return withContext({ isReadOnly: false }, async (ctx) => {
    const billerId = await needBiller(ctx, options);
    const isEnded = await inTransaction(ctx, (tx) => endContactRule(tx, { billerId, id, by: options.by }));
    await writeAnswer(isEnded ? 'It holds no more.\n' : 'There is no such rule in force.\n');
    return isEnded ? EXIT.done : EXIT.no;
  });
}

/** `policy profile S|P`: the law alone, or our own limits too. */
export async function chooseProfile(profile: string, options: Options): Promise<ExitCode> {
  if (profile !== 'S' && profile !== 'P') {
    throw new CommandError(EXIT.usage, 'It is S, what the law asks, or P, and our own limits.');
  }
  return withContext({ isReadOnly: false }, async (ctx) => {
    const billerId = await needBiller(ctx, options);
    await inTransaction(ctx, (tx) => setContactProfile(tx, { billerId, profile, by: options.by }));
    await writeAnswer(`Texts are held to ${profile === 'S' ? 'the law' : 'the law and our own limits'}.\n`);
    return EXIT.done;
  });
}

function readJson(words: string, file: string): unknown {
  try {
    return JSON.parse(words);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new CommandError(EXIT.usage, `${file} is not JSON: ${why}`);
  }
}
