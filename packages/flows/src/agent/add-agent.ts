import { Agent } from '@kvitt/db/agent/agent.entity';
import { insertSignIn } from '@kvitt/db/agent/insert-sign-in';
import type { Role } from '@kvitt/domain/agent/role';
import type { TxCtx } from '../kit/context.ts';

export interface NewAgent {
  billerId: string;
  name: string;
  email: string;
  role: Role;
  /**
   * As the sign-in library hashes it; hashing takes a tenth of a second, so it is done before the transaction. Absent for
   * who has none, and comes by the company's own sign-in.
   */
  passwordHash?: string;
}

/** Adds a person who may sign in, and says under which id. */
export async function addAgent(tx: TxCtx, agent: NewAgent): Promise<string> {
  const { passwordHash, ...person } = agent;
  const id = tx.ids.next();
  const at = tx.clock.now();
  await insertSignIn(tx.em, {
    id,
    name: agent.name,
    email: agent.email,
    at,
    ...(passwordHash && { passwordHash }),
  });
  await tx.em.insert(Agent, {
    ...person,
    id,
    ownPhone: null,
    team: null,
    site: null,
    createdAt: at,
    removedAt: null,
  });
  return id;
}
