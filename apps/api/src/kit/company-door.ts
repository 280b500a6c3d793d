import type { Log } from '@kvitt/flows/kit/context';
import { z } from 'zod';

/** Who waits at the sign-in page takes another way sooner than this. */
const ANSWER_MS = 4_000;

/** What we need of a company's discovery document (OpenID Connect Discovery 1.0, section 3). */
const DISCOVERY = z.object({
  issuer: z.url(),
  authorization_endpoint: z.url(),
  token_endpoint: z.url(),
  jwks_uri: z.url(),
});

/** What the library does once it knows the company. */
export interface CompanyLibrary {
  handler(request: Request): Promise<Response>;
  $context: Promise<{ socialProviders: { id: string }[] }>;
}

/** The way to the company's own sign-in, which is somebody else's server: it may be down when we start, and later. */
export interface CompanyDoor {
  /** The library that leads there; undefined where the company does not answer now. */
  leave(): Promise<CompanyLibrary | undefined>;
  /** The library for who comes back from there, whom it need not be asked for again. */
  comeBack(): Promise<CompanyLibrary | undefined>;
}

/** Where a company says how it signs people in. */
export function discoveryUrl(issuer: string): string {
  return `${issuer.replace(/\/+$/, '')}/.well-known/openid-configuration`;
}

/**
 * Makes the way to a company's sign-in. The library reads the company's document once, when it is made, and then without a
 * limit of time: so it is made when the company has answered, and is apart from the one that all other ways go through.
 */
export function makeCompanyDoor(issuer: string, make: () => CompanyLibrary, log: Log): CompanyDoor {
  let library: CompanyLibrary | undefined;
  let making: Promise<CompanyLibrary | undefined> | undefined;

  async function open(): Promise<CompanyLibrary | undefined> {
    const made = make();
    const { socialProviders } = await made.$context;
    // The document was there a moment ago and is not now: without it the library knows no company.
    library = socialProviders.length > 0 ? made : undefined;
    return library;
  }

  async function leave(): Promise<CompanyLibrary | undefined> {
    const trouble = await findTrouble(issuer);
    if (trouble !== undefined) {
      log.warn({ issuer, trouble }, 'the company’s own sign-in is not reached');
      return undefined;
    }
    if (library) return library;
    making ??= open().finally(() => {
      making = undefined;
    });
    return making;
  }

  return { leave, comeBack: async () => library ?? leave() };
}

/** Why the company cannot be gone to now; undefined where it can. */
async function findTrouble(issuer: string): Promise<string | undefined> {
  try {
    const answer = await fetch(discoveryUrl(issuer), { signal: AbortSignal.timeout(ANSWER_MS) });
    if (!answer.ok) return `HTTP ${answer.status}`;
    const document = DISCOVERY.safeParse(await answer.json());
    return document.success ? undefined : 'its discovery document is not complete';
  } catch (error) {
    return nameTrouble(error);
  }
}

/** As the operator looks for it: `ECONNREFUSED`, `ENOTFOUND`, `TimeoutError`. */
function nameTrouble(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  const { cause } = error;
  return cause instanceof Error && 'code' in cause ? String(cause.code) : error.name;
}
