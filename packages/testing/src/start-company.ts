import { createHash } from 'node:crypto';
import { createAdaptorServer } from '@hono/node-server';
import { type Context, Hono } from 'hono';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';

/** Whoever sits at the browser, as the company knows them. */
export interface Employee {
  sub: string;
  email: string;
  email_verified?: boolean;
  name?: string;
}

/** The sign-in of a company: OpenID Connect, the authorization code flow with PKCE. */
export interface Company {
  issuer: string;
  clientId: string;
  clientSecret: string;
  /** Who answers its sign-in page from now on; undefined turns away. */
  employee: Employee | undefined;
  /** What is wrong with the tokens from now on: signed by a key that is not the company's · made for another sign-in. */
  fault: 'foreign-key' | 'foreign-nonce' | undefined;
  stop(): Promise<void>;
  /** Listens again where it did, with the key that it had. */
  resume(): Promise<void>;
}

interface Grant {
  employee: Employee;
  nonce: string | undefined;
  challenge: string;
  redirectUri: string;
}

/** What the company has us registered as. */
export const COMPANY_CLIENT = { clientId: 'kvitt', clientSecret: 'a-secret-of-the-company' };

/**
 * Starts the sign-in of a company on 127.0.0.1: its key, its discovery document, and whoever is said to sit there.
 * @param port where it listens; any free one where absent
 */
export async function startCompany(port = 0): Promise<Company> {
  const own = await generateKeyPair('ES256');
  const foreign = await generateKeyPair('ES256');
  const grants = new Map<string, Grant>();
  const company: Company = {
    ...COMPANY_CLIENT,
    issuer: '',
    employee: undefined,
    fault: undefined,
    stop: () => new Promise<void>((done) => server.close(() => done())),
    resume: () => listen(Number(new URL(company.issuer).port)),
  };
  const app = new Hono();
  app.get('/.well-known/openid-configuration', (c) => c.json(describe(company.issuer)));
  app.get('/keys', async (c) =>
    c.json({ keys: [{ ...(await exportJWK(own.publicKey)), kid: 'one', alg: 'ES256', use: 'sig' }] }),
  );
  app.get('/authorize', (c) => authorize(c, company, grants));
  app.post('/token', async (c) => {
    const grant = await redeem(c, grants);
    if (!grant) return c.json({ error: 'invalid_grant' }, 400);
    const { privateKey } = company.fault === 'foreign-key' ? foreign : own;
    const nonce = company.fault === 'foreign-nonce' ? 'of-another-sign-in' : grant.nonce;
    const token = await new SignJWT({ ...grant.employee, ...(nonce && { nonce }) })
      .setProtectedHeader({ alg: 'ES256', kid: 'one' })
      .setIssuer(company.issuer)
      .setAudience(COMPANY_CLIENT.clientId)
      .setIssuedAt()
      .setExpirationTime('5 minutes')
      .sign(privateKey);
    return c.json({ access_token: 'opaque', token_type: 'Bearer', expires_in: 300, id_token: token });
  });
  const server = createAdaptorServer({ fetch: app.fetch });
  const listen = (at: number) => new Promise<void>((done) => server.listen(at, '127.0.0.1', done));
  await listen(port);
  const address = server.address();
  if (typeof address !== 'object' || !address) throw new Error('the company listens nowhere');
  company.issuer = `http://127.0.0.1:${address.port}`;
  return company;
}

function describe(issuer: string) {
  return {
    issuer,
    authorization_endpoint: `${issuer}/authorize`,
    token_endpoint: `${issuer}/token`,
    jwks_uri: `${issuer}/keys`,
    response_types_supported: ['code'],
    subject_types_supported: ['public'],
    id_token_signing_alg_values_supported: ['ES256'],
    code_challenge_methods_supported: ['S256'],
  };
}

/** Whoever sits there is let in at once, and sent back with a code. */
function authorize(c: Context, { employee }: Company, grants: Map<string, Grant>): Response {
  const asked = c.req.query();
  const back = new URL(asked.redirect_uri ?? '');
  back.searchParams.set('state', asked.state ?? '');
  const isOurs = asked.client_id === COMPANY_CLIENT.clientId && asked.code_challenge_method === 'S256';
  if (!employee || !isOurs) {
    back.searchParams.set('error', 'access_denied');
    return c.redirect(back.href);
  }
  const code = createHash('sha256').update(`${grants.size}:${asked.state}`).digest('hex');
  grants.set(code, {
    employee,
    nonce: asked.nonce,
    challenge: asked.code_challenge ?? '',
    redirectUri: asked.redirect_uri ?? '',
  });
  back.searchParams.set('code', code);
  return c.redirect(back.href);
}

/** A code is good once, for the client it was made for, and for who knows what its challenge was made of. */
async function redeem(c: Context, grants: Map<string, Grant>): Promise<Grant | undefined> {
  const form = new URLSearchParams(await c.req.text());
  const basic = Buffer.from(
    (c.req.header('authorization') ?? '').replace(/^Basic /, ''),
    'base64',
  ).toString();
  const client = basic || `${form.get('client_id')}:${form.get('client_secret')}`;
  const code = form.get('code') ?? '';
  const grant = grants.get(code);
  grants.delete(code);
  const proof = createHash('sha256')
    .update(form.get('code_verifier') ?? '')
    .digest('base64url');
  const isRight =
    client === `${COMPANY_CLIENT.clientId}:${COMPANY_CLIENT.clientSecret}` &&
    grant?.challenge === proof &&
    grant.redirectUri === form.get('redirect_uri');
  return isRight ? grant : undefined;
}
