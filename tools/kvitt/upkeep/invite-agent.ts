import { ROLES, type Role } from '@kvitt/domain/agent/role';
import { inviteAgent as invite } from '@kvitt/flows/agent/invite-agent';
import { inTransaction } from '@kvitt/flows/kit/in-transaction';
import { CommandError } from '../command-error.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import { findBiller } from '../find-biller.ts';
import { withContext } from '../with-context.ts';
import { writeAnswer } from '../write-answer.ts';

export interface InviteOptions {
  email: string;
  role: string;
  biller?: string;
  json?: boolean;
}

/** Prints a link by which one person becomes an agent; the operator hands it over, no mail is sent. */
export async function inviteAgent(options: InviteOptions): Promise<ExitCode> {
  const role = readRole(options.role);
  return withContext({ isReadOnly: false }, async (ctx) => {
    if (!ctx.publicUrl)
      throw new CommandError(EXIT.usage, 'PUBLIC_URL has to say where the console is reached.');
    const biller = await findBiller(ctx, options.biller);
    if (!biller) throw new CommandError(EXIT.usage, 'There is no biller yet: import customers first.');
    const operator = { billerId: biller.id, id: null, name: 'operator' };
    const answer = await inTransaction(ctx, (tx) => invite(tx, operator, { email: options.email, role }));
    if (answer.kind === 'refused') {
      await writeAnswer(options.json ? `${JSON.stringify(answer)}\n` : `${SAID[answer.refusal]}\n`);
      return EXIT.no;
    }
    const { link, expiresAt } = answer;
    await writeAnswer(
      options.json
        ? `${JSON.stringify({ kind: 'invited', link, expiresAt: expiresAt.toISOString() })}\n`
        : `${link}\nIt lets one person join ${biller.name} as ${role}, once, until ${expiresAt.toISOString().slice(0, 10)}. It is not shown again.\n`,
    );
    return EXIT.done;
  });
}

const SAID = {
  EMAIL_UNREADABLE: 'That is no e-mail address.',
  AGENT_EXISTS: 'There is an agent with this address already.',
};

function readRole(text: string): Role {
  const role = ROLES.find((one) => one === text);
  if (!role) throw new CommandError(EXIT.usage, `There is no role ${text}; there are: ${ROLES.join(', ')}.`);
  return role;
}
