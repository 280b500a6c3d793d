import { AuditEvent } from '@kvitt/db/agent/audit-event.entity';
import { inviteAgent } from '@kvitt/flows/agent/invite-agent';
import { inTransaction } from '@kvitt/flows/kit/in-transaction';
import { consoleAs, hireAgent, PASSWORD, signIn, sitDown } from '@kvitt/testing/console';
import { useWorld } from '@kvitt/testing/use-world';
import { describe, expect, it } from 'vitest';

const stage = useWorld({ hasConsole: true });

async function invite(email: string): Promise<string> {
  const { world, billerId } = stage;
  const answer = await inTransaction(world.ctx, (tx) =>
    inviteAgent(tx, { billerId, id: null, name: 'operator' }, { email, role: 'lead' }),
  );
  if (answer.kind !== 'invited') throw new Error(answer.refusal);
  return answer.link.slice(answer.link.lastIndexOf('/') + 1);
}

async function join(
  token: string,
  body: unknown,
): Promise<{ status: number; body: Record<string, unknown> }> {
  const { world } = stage;
  const answer = await fetch(`${world.origin}/console/invitations/${token}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: world.origin },
    body: JSON.stringify(body),
  });
  return { status: answer.status, body: JSON.parse(await answer.text()) };
}

describe('signing in', () => {
  it('lets an agent in with the password, and says who they are', async () => {
    const maria = await sitDown(stage.world, stage.billerId, { name: 'Maria', role: 'lead' });
    expect((await maria.ask('session.me')).data).toMatchObject({
      id: maria.id,
      name: 'Maria',
      role: 'lead',
      biller: { name: 'Acme' },
    });
  });

  it('keeps its cookie from scripts, from other sites’ forms and from the portal', async () => {
    const { world, billerId } = stage;
    const { email } = await hireAgent(world, billerId);
    const answer = await fetch(`${world.origin}/console/auth/sign-in/email`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: world.origin },
      body: JSON.stringify({ email, password: PASSWORD }),
    });
    const [cookie] = answer.headers.getSetCookie();
    expect(cookie).toMatch(/; Path=\/console; HttpOnly; SameSite=Lax/);
  });

  it('locks an address after five wrong passwords, whoever it is, also for the right one', async () => {
    const { world, billerId } = stage;
    const { email } = await hireAgent(world, billerId);
    for (const guess of ['one', 'two', 'three', 'four', 'five']) {
      expect((await signIn(world, email, guess)).status).toBe(401);
    }
    expect(await signIn(world, email, PASSWORD)).toMatchObject({ status: 429, body: { code: 'LOCKED_OUT' } });
    await world.clock.advance(15 * 60_000);
    expect((await signIn(world, email, PASSWORD)).status).toBe(200);
  });

  it('answers an address that nobody has as it answers a wrong password', async () => {
    const { world, billerId } = stage;
    const { email } = await hireAgent(world, billerId);
    const wrong = await signIn(world, email, 'a wrong one');
    const unknown = await signIn(world, 'nobody@acme.example', 'a wrong one');
    expect(unknown.status).toBe(wrong.status);
    expect(unknown.body).toEqual(wrong.body);
  });

  it('lets nobody join without an invitation', async () => {
    const { world } = stage;
    const answer = await fetch(`${world.origin}/console/auth/sign-up/email`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: world.origin },
      body: JSON.stringify({ email: 'stranger@acme.example', password: PASSWORD, name: 'Stranger' }),
    });
    expect(answer.status).toBe(400);
    expect((await signIn(world, 'stranger@acme.example', PASSWORD)).status).toBe(401);
  });

  it('takes nothing that changes something from a page that is not ours', async () => {
    const { world, billerId } = stage;
    const maria = await sitDown(world, billerId);
    for (const origin of ['https://evil.example', undefined]) {
      const answer = await fetch(`${world.origin}/console/trpc/session.end`, {
        method: 'POST',
        headers: { cookie: maria.cookie, 'content-type': 'application/json', ...(origin && { origin }) },
        body: JSON.stringify({ sessionId: 'any' }),
      });
      expect(answer.status).toBe(403);
    }
  });
});

describe('an invitation', () => {
  it('makes whoever holds the link an agent with the role that was said, once', async () => {
    const { world, billerId } = stage;
    const token = await invite('lee@acme.example');
    expect(await join(token, { name: 'Lee', password: 'short' })).toMatchObject({
      status: 422,
      body: { refusal: 'TOO_SHORT' },
    });
    expect((await join(token, { name: 'Lee', password: PASSWORD })).status).toBe(200);
    expect((await join(token, { name: 'Mallory', password: PASSWORD })).status).toBe(404);
    const { cookie } = await signIn(world, 'lee@acme.example', PASSWORD);
    expect((await consoleAs(world, cookie).ask('session.me')).data).toMatchObject({
      name: 'Lee',
      role: 'lead',
    });
    const acts = await world.ctx.em.fork().find(AuditEvent, { billerId }, { orderBy: { id: 'asc' } });
    expect(acts.map(({ act }) => act)).toEqual(expect.arrayContaining(['agent.invited', 'agent.joined']));
  });

  it('no longer works when it is a week old, or when another was made for the address', async () => {
    const { world } = stage;
    const first = await invite('nora@acme.example');
    const second = await invite('nora@acme.example');
    expect((await join(first, { name: 'Nora', password: PASSWORD })).status).toBe(404);
    await world.clock.advance(8 * 86_400_000);
    expect((await join(second, { name: 'Nora', password: PASSWORD })).status).toBe(404);
  });
});

describe('a session', () => {
  it('is listed where it is, and ended by its agent from another place', async () => {
    const { world, billerId } = stage;
    const desk = await sitDown(world, billerId);
    const { cookie } = await signIn(world, desk.email, PASSWORD);
    const laptop = consoleAs(world, cookie);
    const { data } = await desk.ask<{ id: string; isThisOne: boolean }[]>('session.list');
    const other = data.find(({ isThisOne }) => !isThisOne);
    expect(data).toHaveLength(2);
    await desk.act('session.end', { sessionId: other?.id });
    expect((await laptop.ask('session.me')).status).toBe(401);
    expect((await desk.ask('session.me')).status).toBe(200);
  });

  it('is nobody’s any more when its agent has left, and has the new role when that has changed', async () => {
    const { world, billerId } = stage;
    const admin = await sitDown(world, billerId, { role: 'admin' });
    const agent = await sitDown(world, billerId);
    await admin.act('agent.change', { agentId: agent.id, to: 'manager' });
    expect((await agent.ask('session.me')).data).toMatchObject({ role: 'manager' });
    await admin.act('agent.change', { agentId: agent.id, to: 'removed' });
    expect((await agent.ask('session.me')).status).toBe(401);
    expect((await signIn(world, agent.email, PASSWORD)).cookie).toBe('');
  });

  it('of the last admin’s is never taken away by anybody', async () => {
    const { world, billerId } = stage;
    const admin = await sitDown(world, billerId, { role: 'admin' });
    expect(await admin.act('agent.change', { agentId: admin.id, to: 'removed' })).toMatchObject({
      status: 422,
      message: 'NOT_YOURSELF',
    });
  });
});

describe('what was done', () => {
  it('is kept as it was: the database lets nobody change or remove it', async () => {
    const { world, billerId } = stage;
    await sitDown(world, billerId);
    const em = world.ctx.em.fork();
    await expect(em.execute(`update audit_event set actor = 'nobody'`)).rejects.toThrow(/append-only/);
    await expect(em.execute('delete from audit_event')).rejects.toThrow(/append-only/);
  });
});
