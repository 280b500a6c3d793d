import type { Role } from '@kvitt/domain/agent/role';
import type { Actor } from '@kvitt/flows/agent/note-act';
import type { Ctx, TxCtx } from '@kvitt/flows/kit/context';
import { inTransaction } from '@kvitt/flows/kit/in-transaction';
import { initTRPC, TRPCError } from '@trpc/server';
import type { LiveHub } from './live-hub.ts';
import { limitToBiller, type SignedIn } from './session.ts';

/** What a request of the console comes with. */
export interface ConsoleRequest extends Record<string, unknown> {
  /** Undefined where nobody is signed in. */
  agent: SignedIn | undefined;
  /** Not limited to a biller yet; a procedure is given none of it, only what is. */
  unlimited: Ctx;
  live: LiveHub;
}

/** Who may call a procedure. One that does not say is called by nobody. */
export interface ConsoleMeta {
  roles: readonly Role[];
}

const t = initTRPC
  .context<ConsoleRequest>()
  .meta<ConsoleMeta>()
  .create({
    // A stack in an answer tells a stranger how the house is built.
    isDev: false,
    errorFormatter: ({ shape, error }) =>
      // A fault of ours may quote a query with a customer's words.
      error.code === 'INTERNAL_SERVER_ERROR' ? { ...shape, message: 'this failed on our side' } : shape,
  });

export const consoleRoom = t.router;

/**
 * A procedure for these roles. It runs in one transaction, as the database's role for the console and limited to the
 * agent's biller, so that a question that forgets the biller finds nothing of another's.
 */
export function forRoles(roles: readonly Role[]) {
  return t.procedure.meta({ roles }).use(async ({ ctx: { agent, unlimited, live }, meta, next }) => {
    if (!agent) throw new TRPCError({ code: 'UNAUTHORIZED', message: 'nobody is signed in' });
    if (!meta?.roles.includes(agent.role)) {
      throw new TRPCError({ code: 'FORBIDDEN', message: `not for the role ${agent.role}` });
    }
    const { billerId, id, name } = agent;
    const actor: Actor & { id: string } = { billerId, id, name };
    return inTransaction(limitToBiller(unlimited, billerId), async (tx: TxCtx) => {
      const answer = await next({ ctx: { agent, actor, tx, em: tx.em, live, unlimited } });
      // The library hands errors on as values; thrown, they take the transaction back.
      if (!answer.ok) throw answer.error;
      return answer;
    });
  });
}

/**
 * A procedure for these roles that asks a vendor, and so runs in no transaction: none is open while a vendor is asked. What
 * it touches names the agent's biller itself.
 */
export function forRolesAtVendor(roles: readonly Role[]) {
  return t.procedure.meta({ roles }).use(({ ctx: { agent, unlimited }, meta, next }) => {
    if (!agent) throw new TRPCError({ code: 'UNAUTHORIZED', message: 'nobody is signed in' });
    if (!meta?.roles.includes(agent.role)) {
      throw new TRPCError({ code: 'FORBIDDEN', message: `not for the role ${agent.role}` });
    }
    const { billerId, id, name } = agent;
    return next({ ctx: { agent, actor: { billerId, id, name }, unlimited } });
  });
}

/**
 * A procedure for these roles that goes through more than a single transaction should hold: its flow opens its own, each as
 * the console's role and limited to the agent's biller. What it reads outside of them names the biller itself.
 */
export function forRolesInSteps(roles: readonly Role[]) {
  return forRolesAtVendor(roles).use(({ ctx: { agent, actor, unlimited }, next }) =>
    next({ ctx: { agent, actor, limited: limitToBiller(unlimited, agent.billerId) } }),
  );
}

/** Turns a flow's refusal into an answer that the console has words for. */
export function refuse(refusal: string): never {
  throw new TRPCError({ code: 'UNPROCESSABLE_CONTENT', message: refusal });
}
