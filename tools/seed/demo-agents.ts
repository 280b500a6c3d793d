import { SavedReply } from '@kvitt/db/desk/saved-reply.entity';
import type { Role } from '@kvitt/domain/agent/role';
import { addAgent } from '@kvitt/flows/agent/add-agent';
import type { Ctx } from '@kvitt/flows/kit/context';
import { inTransaction } from '@kvitt/flows/kit/in-transaction';
import { hashPassword } from 'better-auth/crypto';

/** Shown on the first screen; it opens a laptop's own Kvitt, and nothing that was not seeded. */
export const DEMO_PASSWORD = 'kvitt-demo-2026';

/** One for each way to work at the console; e-mail addresses of a domain that nobody can have. */
export const DEMO_AGENTS: readonly { name: string; email: string; role: Role }[] = [
  { name: 'Maria Santos', email: 'maria@northlight.example', role: 'agent' },
  { name: 'Jonas Berg', email: 'jonas@northlight.example', role: 'agent' },
  { name: 'Priya Raman', email: 'priya@northlight.example', role: 'lead' },
  { name: 'Nora Whitfield', email: 'nora@northlight.example', role: 'manager' },
  { name: 'Ada Lindgren', email: 'ada@northlight.example', role: 'admin' },
  { name: 'Theo Brandt', email: 'theo@northlight.example', role: 'compliance' },
  { name: 'Ruth Calder', email: 'ruth@northlight.example', role: 'read-only' },
];

/** Lets the demo agents sign in, all with one password, which is hashed once. */
export async function addDemoAgents(ctx: Ctx, billerId: string): Promise<void> {
  const passwordHash = await hashPassword(DEMO_PASSWORD);
  await inTransaction(ctx, async (tx) => {
    for (const person of DEMO_AGENTS) await addAgent(tx, { ...person, billerId, passwordHash });
    for (const reply of SAVED_REPLIES)
      await tx.em.insert(SavedReply, { ...reply, billerId, id: tx.ids.next() });
  });
}

const SAVED_REPLIES: readonly Pick<SavedReply, 'name' | 'language' | 'body'>[] = [
  {
    name: 'hello',
    language: 'en',
    body: 'Hi {firstName}, {agentName} from {billerName} here. How can I help?',
  },
  {
    name: 'hello',
    language: 'es',
    body: 'Hola {firstName}, soy {agentName} de {billerName}. Como puedo ayudarle?',
  },
  { name: 'due', language: 'en', body: 'You have {amountDue} to pay. See the bill and pay here: {link}' },
  { name: 'due', language: 'es', body: 'Tiene {amountDue} por pagar. Vea la factura y pague aqui: {link}' },
  {
    name: 'reading',
    language: 'en',
    body: "This bill uses an estimated reading. Send us today's meter reading and we correct it.",
  },
  { name: 'back', language: 'en', body: 'I am looking into it, {firstName}, and write to you again today.' },
  { name: 'done', language: 'en', body: 'That is settled, {firstName}. Anything else?' },
];
