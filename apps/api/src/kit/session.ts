import { Agent } from '@kvitt/db/agent/agent.entity';
import { BILLER_SETTING, CONSOLE_ROLE } from '@kvitt/db/kit/guard-tenants';
import type { Role } from '@kvitt/domain/agent/role';
import type { Ctx } from '@kvitt/flows/kit/context';
import type { SessionLibrary } from './session-library.ts';

/** Who is asking. */
export interface SignedIn {
  billerId: string;
  id: string;
  name: string;
  email: string;
  role: Role;
  sessionId: string;
  hasSecondFactor: boolean;
}

/**
 * Who sends these headers; undefined for nobody. Asked of the database each time, so that a session that was ended, a
 * role that was changed and an agent who has left count from the next request on.
 */
export async function readSession(
  { library }: SessionLibrary,
  ctx: Ctx,
  headers: Headers,
): Promise<SignedIn | undefined> {
  const found = await library.api.getSession({ headers });
  if (!found) return undefined;
  const agent = await ctx.em.findOne(Agent, { id: found.user.id, removedAt: null });
  if (!agent) return undefined;
  const { billerId, id, name, email, role } = agent;
  const hasSecondFactor = found.user.twoFactorEnabled === true;
  return { billerId, id, name, email, role, sessionId: found.session.id, hasSecondFactor };
}

/**
 * The same context, seeing one biller's rows: every transaction that is opened through it runs as the console's role
 * with that biller set, which the database holds it to.
 */
export function limitToBiller(ctx: Ctx, billerId: string): Ctx {
  // The role is a setting as well: both are set by one statement, where the library's own way takes two.
  const session = { variables: { [BILLER_SETTING]: billerId, role: CONSOLE_ROLE } };
  return { ...ctx, em: ctx.em.fork({ session }) };
}
