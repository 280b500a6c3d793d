import type { Context } from 'hono';
import type { CompanyDoor } from '../kit/company-door.ts';

const LEAVE = '/console/auth/sign-in/social';
const COME_BACK = '/console/auth/callback/';

/** Whether a request is about the company's own sign-in: leaving for it, or coming back. */
export function isCompanys(path: string): boolean {
  return path === LEAVE || path.startsWith(COME_BACK);
}

/** Leads to the company's sign-in, and takes who comes back; says so where the company does not answer. */
export async function serveCompany(c: Context, door: CompanyDoor, request: Request): Promise<Response> {
  const isLeaving = c.req.path === LEAVE;
  const library = await (isLeaving ? door.leave() : door.comeBack());
  if (library) return library.handler(request);
  if (isLeaving) return c.json({ refusal: 'COMPANY_UNREACHABLE' }, 503);
  return c.redirect('/console/sign-in?error=company_unreachable');
}
