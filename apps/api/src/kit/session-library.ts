import { randomUUID } from 'node:crypto';
import { passkey } from '@better-auth/passkey';
import { Agent } from '@kvitt/db/agent/agent.entity';
import { forgetFailedTries, listFailedTries, noteFailedTry } from '@kvitt/db/agent/failed-tries';
import { prepareStatements } from '@kvitt/db/kit/prepare-statements';
import { decideSignIn } from '@kvitt/domain/agent/decide-sign-in';
import { acceptByAddress } from '@kvitt/flows/agent/accept-invitation';
import { noteAct } from '@kvitt/flows/agent/note-act';
import type { Ctx } from '@kvitt/flows/kit/context';
import { inTransaction } from '@kvitt/flows/kit/in-transaction';
import { betterAuth } from 'better-auth';
import { APIError, createAuthMiddleware } from 'better-auth/api';
import { genericOAuth } from 'better-auth/plugins/generic-oauth';
import { twoFactor } from 'better-auth/plugins/two-factor';
import pg from 'pg';
import { z } from 'zod';
import { discoveryUrl, makeCompanyDoor } from './company-door.ts';
import { listOrigins, relyingParty } from './relying-party.ts';

/** A shift. Who works longer signs in again; who works on is asked once a day. */
const SESSION_S = 12 * 3600;

/** How often the end of a session in use is moved on. */
const EXTEND_S = 3600;

/** Under this name the app says from which address a request comes; what a stranger sends under it is overwritten. */
export const ADDRESS_HEADER = 'x-kvitt-address';

export interface SignInSettings {
  databaseUrl: string;
  /** Without a slash at its end. */
  publicUrl: string;
  /** What cookies and stored secrets are signed with: at least 32 letters. */
  secret: string;
  /** The company's own sign-in, by OpenID Connect; nobody joins by it who was not invited. */
  oidc?: CompanyClient;
  context(): Ctx;
}

/** What the company has us registered as. */
interface CompanyClient {
  issuer: string;
  clientId: string;
  clientSecret: string;
}

export type SessionLibrary = ReturnType<typeof makeSessionLibrary>;

/**
 * The library that signs agents in, on our database: password with a second factor, passkeys, the company's own sign-in.
 * What it decides is its own; whom it lets try, and what is noted about it, is ours.
 */
export function makeSessionLibrary(settings: SignInSettings) {
  const { publicUrl, oidc, context } = settings;
  const pool = new pg.Pool({
    connectionString: settings.databaseUrl,
    options: '-c search_path=sign_in',
    max: 5,
  });
  // A connection that the server has closed is opened anew; without a listener it would end the process.
  pool.on('error', () => undefined);
  prepareStatements(pool);
  const origins = listOrigins(publicUrl);
  const make = (company?: CompanyClient) => makeLibrary(settings, { pool, origins }, company);
  return {
    library: make(),
    /** The company's own sign-in; a library apart, which knows the company besides. */
    company: oidc && makeCompanyDoor(oidc.issuer, () => make(oidc), context().log),
    origins,
    close: () => pool.end(),
  };
}

function makeLibrary(
  { publicUrl, secret, context }: SignInSettings,
  { pool, origins }: { pool: pg.Pool; origins: string[] },
  company?: CompanyClient,
) {
  return betterAuth({
    appName: 'Kvitt',
    baseURL: publicUrl,
    basePath: '/console/auth',
    secret,
    database: pool,
    // Its lines name addresses of people.
    logger: { disabled: true },
    telemetry: { enabled: false },
    trustedOrigins: origins,
    emailAndPassword: { enabled: true, disableSignUp: true, minPasswordLength: 12 },
    session: { expiresIn: SESSION_S, updateAge: EXTEND_S },
    account: { accountLinking: { enabled: true, trustedProviders: ['oidc'] } },
    // Per address of the network, and a whole floor of agents has one: what stops a guesser is the lock per person.
    rateLimit: {
      enabled: true,
      window: 60,
      max: 300,
      customRules: { '/sign-in/*': { window: 60, max: 60 }, '/two-factor/*': { window: 60, max: 60 } },
    },
    advanced: {
      cookiePrefix: 'kvitt',
      useSecureCookies: publicUrl.startsWith('https://'),
      // Lax, because the company's own sign-in leads back to us by a link; what changes something asks for the origin.
      defaultCookieAttributes: { path: '/console', sameSite: 'lax', httpOnly: true },
      ipAddress: { ipAddressHeaders: [ADDRESS_HEADER] },
      // Each request of the console asks for a session and whose it is: with one question.
      database: { generateId: () => randomUUID(), joins: true },
    },
    hooks: hooksOf(context),
    databaseHooks: { session: { create: { before: (session) => admit(context(), session.userId) } } },
    plugins: [
      twoFactor({ issuer: 'Kvitt' }),
      passkey({ rpName: 'Kvitt', rpID: relyingParty(publicUrl), origin: origins }),
      ...(company ? [genericOAuth({ config: [oidcProvider(company, context)] })] : []),
    ],
  });
}

function oidcProvider({ issuer, clientId, clientSecret }: CompanyClient, context: () => Ctx) {
  return {
    providerId: 'oidc' as const,
    discoveryUrl: discoveryUrl(issuer),
    requireIdTokenVerification: true,
    clientId,
    clientSecret,
    scopes: ['openid', 'email', 'profile'],
    pkce: true,
    // Who was not invited has no agent, and gets none by having an account with the company.
    disableSignUp: true,
    mapProfileToUser: (profile: object) => readCompanyProfile(context(), profile),
  };
}

/**
 * Whom the company says this is, once its signature and our nonce were found right. An address that it calls unverified is
 * anybody's to claim, so it counts as none; who was invited under a verified one becomes an agent by it.
 */
async function readCompanyProfile(ctx: Ctx, profile: object): Promise<{ email: string }> {
  const { email: said, name, email_verified: isVerified } = COMPANY_PROFILE.parse(profile);
  if (isVerified === false) return { email: '' };
  const email = said.trim().toLowerCase();
  if (email !== '') await acceptByAddress(ctx, { email, name: name?.trim() || email });
  return { email };
}

/** Companies that keep addresses themselves say nothing of having verified them. */
const COMPANY_PROFILE = z.object({
  email: z.string().max(254).catch(''),
  name: z.string().max(120).optional().catch(undefined),
  email_verified: z.boolean().optional().catch(false),
});

function hooksOf(context: () => Ctx) {
  return {
    before: createAuthMiddleware(async (request) => {
      if (request.path !== '/sign-in/email') return;
      const ctx = context();
      const verdict = decideSignIn(await listFailedTries(ctx.em, emailOf(request.body)), ctx.clock.now());
      if (verdict.kind === 'open') return;
      throw new APIError('TOO_MANY_REQUESTS', {
        code: 'LOCKED_OUT',
        message: `locked for ${Math.ceil(verdict.retryAfterMs / 1000)} s`,
      });
    }),
    after: createAuthMiddleware(async (request) => {
      if (request.path !== '/sign-in/email') return;
      const { returned } = request.context;
      const email = emailOf(request.body);
      const ctx = context();
      if (returned instanceof APIError) {
        if (returned.status === 'UNAUTHORIZED') await noteFailure(ctx, email);
      } else {
        await forgetFailedTries(ctx.em, email);
      }
    }),
  };
}

/** Also where nobody has the address: who tries learns nothing from being locked out. */
async function noteFailure(ctx: Ctx, email: string): Promise<void> {
  await noteFailedTry(ctx.em, email, ctx.clock.now());
  const agent = await ctx.em.findOne(Agent, { email });
  if (!agent) return;
  const actor = { billerId: agent.billerId, id: null, name: 'nobody known' };
  await inTransaction(ctx, (tx) =>
    noteAct(tx, actor, 'sign-in.failed', { subject: 'agent', subjectId: agent.id }),
  );
}

/** Whichever way someone signs in: only for an agent who still works here is a session made. */
async function admit(ctx: Ctx, id: string): Promise<boolean> {
  const agent = await ctx.em.findOne(Agent, { id, removedAt: null });
  if (!agent) return false;
  await inTransaction(ctx, (tx) => noteAct(tx, { ...agent, name: agent.name }, 'sign-in'));
  return true;
}

function emailOf(body: unknown): string {
  const email = typeof body === 'object' && body !== null && 'email' in body ? body.email : '';
  return typeof email === 'string' ? email.trim().toLowerCase().slice(0, 254) : '';
}
