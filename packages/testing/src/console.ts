import type { Role } from '@kvitt/domain/agent/role';
import { addAgent } from '@kvitt/flows/agent/add-agent';
import { inTransaction } from '@kvitt/flows/kit/in-transaction';
import { hashPassword } from 'better-auth/crypto';
import { countIn } from './count-in.ts';
import type { World } from './open-world.ts';

export const PASSWORD = 'a quiet harbour at six';

/** What the console's server answers. */
export interface Reply<T = unknown> {
  status: number;
  data: T;
  /** The refusal's code or the reason, where it is no. */
  message: string | undefined;
}

/** An agent with a browser of their own, signed in. */
export interface AtConsole {
  id: string;
  email: string;
  cookie: string;
  ask<T = unknown>(procedure: string, input?: unknown): Promise<Reply<T>>;
  act<T = unknown>(procedure: string, input?: unknown): Promise<Reply<T>>;
}

let hashed: Promise<string> | undefined;

/** Adds an agent of the biller's, who can sign in with `PASSWORD`; says their address and id. */
export async function hireAgent(
  world: World,
  billerId: string,
  traits: { role?: Role; name?: string } = {},
): Promise<{ id: string; email: string }> {
  const number = countIn(world, 'agent');
  const email = `agent-${number}@acme.example`;
  hashed ??= hashPassword(PASSWORD);
  const passwordHash = await hashed;
  const { role = 'agent', name = `Agent ${number}` } = traits;
  const id = await inTransaction(world.ctx, (tx) =>
    addAgent(tx, { billerId, name, email, role, passwordHash }),
  );
  return { id, email };
}

/** Hires an agent and signs them in. */
export async function sitDown(
  world: World,
  billerId: string,
  traits: { role?: Role; name?: string } = {},
): Promise<AtConsole> {
  const { id, email } = await hireAgent(world, billerId, traits);
  const answer = await signIn(world, email, PASSWORD);
  if (!answer.cookie) throw new Error(`${email} was not let in: ${answer.status}`);
  return { id, email, ...consoleAs(world, answer.cookie) };
}

/** Tries an address and a password, as the sign-in page does. */
export async function signIn(
  world: World,
  email: string,
  password: string,
): Promise<{ status: number; cookie: string; body: Record<string, unknown> }> {
  const answer = await fetch(`${world.origin}/console/auth/sign-in/email`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: world.origin },
    body: JSON.stringify({ email, password }),
  });
  return {
    status: answer.status,
    cookie: readCookies(answer),
    body: JSON.parse((await answer.text()) || '{}'),
  };
}

/** The cookies that an answer sets, as a browser sends them back. */
export function readCookies(answer: Response): string {
  return answer.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ');
}

/** What someone with this cookie can ask and do. */
export function consoleAs(world: World, cookie: string): Pick<AtConsole, 'cookie' | 'ask' | 'act'> {
  const base = `${world.origin}/console/trpc`;
  return {
    cookie,
    ask: async (procedure, input) => {
      const query = input === undefined ? '' : `?input=${encodeURIComponent(JSON.stringify(input))}`;
      return readReply(await fetch(`${base}/${procedure}${query}`, { headers: { cookie } }));
    },
    act: async (procedure, input) =>
      readReply(
        await fetch(`${base}/${procedure}`, {
          method: 'POST',
          headers: { cookie, 'content-type': 'application/json', origin: world.origin },
          body: JSON.stringify(input ?? {}),
        }),
      ),
  };
}

async function readReply<T>(answer: Response): Promise<Reply<T>> {
  const body = (await answer.json()) as {
    result?: { data: T };
    error?: { message: string };
    refusal?: string;
  };
  return {
    status: answer.status,
    data: body.result?.data as T,
    message: body.error?.message ?? body.refusal,
  };
}
