import { inviteAgent } from '@kvitt/flows/agent/invite-agent';
import { inTransaction } from '@kvitt/flows/kit/in-transaction';
import { consoleAs, hireAgent, readCookies } from '@kvitt/testing/console';
import { startCompany } from '@kvitt/testing/start-company';
import { useWorld } from '@kvitt/testing/use-world';
import { afterAll, beforeEach, expect, it } from 'vitest';

const company = await startCompany();
const stage = useWorld({ hasConsole: true, oidc: company });

beforeEach(() => Object.assign(company, { employee: undefined, fault: undefined }));
afterAll(() => company.stop());

const begin = (origin: string) =>
  fetch(`${origin}/console/auth/sign-in/social`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin },
    body: JSON.stringify({
      provider: 'oidc',
      callbackURL: '/console/inbox',
      errorCallbackURL: '/console/sign-in',
    }),
  });

/** The way of a browser: to the company, signed in there, and back. */
async function comeByCompany(): Promise<{ cookie: string; error: string | null; path: string }> {
  const { origin } = stage.world;
  const begun = await begin(origin);
  const { url } = (await begun.json()) as { url: string };
  const there = await fetch(url, { redirect: 'manual' });
  const back = await fetch(there.headers.get('location') ?? '', {
    redirect: 'manual',
    headers: { cookie: readCookies(begun) },
  });
  const end = new URL(back.headers.get('location') ?? '', origin);
  return { cookie: readCookies(back), error: end.searchParams.get('error'), path: end.pathname };
}

async function invite(email: string): Promise<void> {
  const { world, billerId } = stage;
  const actor = { billerId, id: null, name: 'operator' };
  await inTransaction(world.ctx, (tx) => inviteAgent(tx, actor, { email, role: 'lead' }));
}

const me = async (cookie: string) => (await consoleAs(stage.world, cookie).ask('session.me')).data;

it('lets in by the company’s own sign-in who is an agent, without another account', async () => {
  const { email, id } = await hireAgent(stage.world, stage.billerId, { name: 'Maria Santos' });
  company.employee = { sub: 'e-1', email: email.toUpperCase(), email_verified: true, name: 'M. Santos' };
  for (let turn = 0; turn < 2; turn++) {
    const { cookie, path } = await comeByCompany();
    expect(path).toBe('/console/inbox');
    expect(await me(cookie)).toMatchObject({ id, name: 'Maria Santos', role: 'agent' });
  }
});

it('makes an agent of who was invited, with the role that was said and no password', async () => {
  await invite('lee@acme.example');
  company.employee = { sub: 'e-2', email: 'lee@acme.example', email_verified: true, name: 'Lee Okonkwo' };
  const { cookie } = await comeByCompany();
  expect(await me(cookie)).toMatchObject({ name: 'Lee Okonkwo', role: 'lead' });
});

it('turns away who was not invited, whose invitation is old, and who does not work here any more', async () => {
  const { world, billerId } = stage;
  company.employee = { sub: 'e-3', email: 'stranger@acme.example', email_verified: true };
  expect(await comeByCompany()).toMatchObject({ path: '/console/sign-in', error: 'signup_disabled' });

  await invite('late@acme.example');
  await world.clock.advance(8 * 86_400_000);
  company.employee = { sub: 'e-4', email: 'late@acme.example', email_verified: true };
  expect(await comeByCompany()).toMatchObject({ error: 'signup_disabled' });

  const { id, email } = await hireAgent(world, billerId);
  await world.ctx.em.fork().execute('update agent set removed_at = now() where id = ?', [id]);
  company.employee = { sub: 'e-5', email, email_verified: true };
  const { cookie, error } = await comeByCompany();
  expect(error).toBe('unable_to_create_session');
  expect(await me(cookie)).toBeUndefined();
});

it('believes neither an address that the company has not verified, nor a stop at its door', async () => {
  const { email } = await hireAgent(stage.world, stage.billerId);
  company.employee = { sub: 'e-6', email, email_verified: false };
  expect(await comeByCompany()).toMatchObject({ error: 'email_not_found' });
  company.employee = undefined;
  expect(await comeByCompany()).toMatchObject({ error: 'access_denied' });
});

it.each(['foreign-key', 'foreign-nonce'] as const)('refuses a token with a %s', async (fault) => {
  const { email } = await hireAgent(stage.world, stage.billerId);
  Object.assign(company, { employee: { sub: 'e-7', email, email_verified: true }, fault });
  const { cookie, error } = await comeByCompany();
  expect(error).toBe('unable_to_get_user_info');
  expect(await me(cookie)).toBeUndefined();
});

it('says while the company does not answer that it does not, and lets in as soon as it does again', async () => {
  const { world, billerId } = stage;
  const { email } = await hireAgent(world, billerId);
  company.employee = { sub: 'e-8', email, email_verified: true };
  await company.stop();
  const answer = await begin(world.origin);
  expect(answer.status).toBe(503);
  expect(await answer.json()).toEqual({ refusal: 'COMPANY_UNREACHABLE' });

  await company.resume();
  expect((await comeByCompany()).path).toBe('/console/inbox');
});
