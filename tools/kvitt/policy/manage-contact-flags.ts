import { ContactFlag } from '@kvitt/db/consent/contact-flag.entity';
import {
  CONTACT_FLAG_CODES,
  CONTACT_FLAGS,
  type ContactFlagCode,
} from '@kvitt/domain/consent/policy/contact-flags';
import { endContactFlag } from '@kvitt/flows/consent/end-contact-flag';
import { type FlagOwner, setContactFlag } from '@kvitt/flows/consent/set-contact-flag';
import { inTransaction } from '@kvitt/flows/kit/in-transaction';
import { CommandError } from '../command-error.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import { withContext } from '../with-context.ts';
import { writeAnswer } from '../write-answer.ts';
import { writeLines } from '../write-lines.ts';
import { type ContactOptions, findContact, needBiller } from './find-contact.ts';

type Options = ContactOptions & { by: string; until?: string; note?: string };

/** `policy flag list`: what is known of an account or a phone, or of all; with `--all` also what is over. */
export async function listContactFlags(
  options: ContactOptions & { all?: true; json?: true },
): Promise<ExitCode> {
  return withContext({ isReadOnly: true }, async (ctx) => {
    const billerId = await needBiller(ctx, options);
    const of = await findContact(ctx, billerId, options);
    const now = ctx.clock.now();
    const flags = await ctx.em
      .fork()
      .find(
        ContactFlag,
        { billerId, ...of, ...(!options.all && { $or: [{ until: null }, { until: { $gt: now } }] }) },
        { orderBy: { since: 'asc', id: 'asc' } },
      );
    const lines = flags.map((flag) => {
      if (options.json) return JSON.stringify(flag);
      const { code, since, until, createdBy, note } = flag;
      const end = until ? ` until ${until.toISOString().slice(0, 10)}` : '';
      return `${code} since ${since.toISOString().slice(0, 10)}${end}, by ${createdBy}${note ? `: ${note}` : ''} (${CONTACT_FLAGS[code].means})`;
    });
    await writeLines(lines, 'Nothing is flagged.');
    return EXIT.done;
  });
}

/** `policy flag set CODE` and `policy flag end CODE`, of an account or a phone. */
export async function moveContactFlag(
  written: string,
  to: 'set' | 'end',
  options: Options,
): Promise<ExitCode> {
  const code = readCode(written);
  return withContext({ isReadOnly: false }, async (ctx) => {
    const billerId = await needBiller(ctx, options);
    const of = needOwner(code, await findContact(ctx, billerId, options));
    const { by, until, note } = options;
    const isDone = await inTransaction(ctx, (tx) =>
      to === 'end'
        ? endContactFlag(tx, { billerId, of, code, by })
        : setContactFlag(tx, {
            ...{ billerId, of, code, by },
            ...(until !== undefined && { until: new Date(`${until}T00:00:00Z`) }),
            ...(note !== undefined && { note }),
          }),
    );
    const words =
      to === 'set' ? ['It is noted.', 'It stands already.'] : ['It is ended.', 'It does not stand.'];
    await writeAnswer(`${words[isDone ? 0 : 1]}\n`);
    return isDone ? EXIT.done : EXIT.no;
  });
}

function readCode(written: string): ContactFlagCode {
  const code = CONTACT_FLAG_CODES.find((one) => one === written);
  if (code) return code;
  const known = CONTACT_FLAG_CODES.map((one) => `  ${one}: ${CONTACT_FLAGS[one].means}`).join('\n');
  throw new CommandError(EXIT.usage, `${written} is no flag; there are:\n${known}`);
}

function needOwner(code: ContactFlagCode, of: FlagOwner | undefined): FlagOwner {
  const wanted = CONTACT_FLAGS[code].of;
  if (of && (wanted === 'account' ? 'accountId' in of : 'phoneId' in of)) return of;
  throw new CommandError(
    EXIT.usage,
    `${code} is of ${wanted === 'account' ? 'an account' : 'a phone'}: say --${wanted}.`,
  );
}
