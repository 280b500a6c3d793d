import { Biller } from '@kvitt/db/biller/biller.entity';
import { Invoice } from '@kvitt/db/invoice/invoice.entity';
import { PortalPasskey } from '@kvitt/db/session/portal-passkey.entity';
import { inTransaction } from '@kvitt/flows/kit/in-transaction';
import { askPasskey } from '@kvitt/flows/session/ask-passkey';
import { makeLink } from '@kvitt/flows/session/make-link';
import { openByPasskey } from '@kvitt/flows/session/open-by-passkey';
import type { AuthenticationResponseJSON } from '@simplewebauthn/server';
import { z } from 'zod';
import { optionsToOpen, readSigned } from '../kit/passkey-library.ts';
import { readForm } from '../kit/read-form.ts';
import { readNext } from './ask-for-proof.ts';
import { keepBrowser, readBrowser } from './browser-cookie.ts';
import { findOpened } from './open-link.ts';
import { readJson } from './passkeys.ts';
import type { Visit } from './visit.ts';

/** What the page's script sends once the authenticator has answered. */
const SIGNED = z.object({
  challengeId: z.uuid(),
  response: z.string().max(20_000),
  next: z.string().max(40).default(''),
});

const NOT_TAKEN = { refusal: 'NOT_TAKEN' };

interface Whose {
  billerId: string;
  accountId: string | undefined;
}

/** What a passkey of this link's account is to sign (POST `/{token}/unlock/passkey/ask`), or any of ours (`/passkey/ask`). */
export async function askToSign(visit: Visit): Promise<Response> {
  const whose = await findWhose(visit);
  if (whose instanceof Response) return whose;
  const { c, ctx, deps } = visit;
  const { billerId, accountId } = whose;
  const held = accountId
    ? await ctx.em.fork().find(PortalPasskey, { billerId, accountId, removedAt: null })
    : [];
  const { challengeId, challenge } = await inTransaction(ctx, (tx) => askPasskey(tx, whose));
  return c.json({ challengeId, options: await optionsToOpen(deps.publicUrl, challenge, held) });
}

/** Opens the account to this browser: POST `/{token}/unlock/passkey`, `/passkey`. Says where to lead on to. */
export async function unlockByPasskey(visit: Visit): Promise<Response> {
  const { c, ctx, limits, deps } = visit;
  const whose = await findWhose(visit);
  if (whose instanceof Response) return whose;
  const wait = await limits.countProof(c);
  if (wait !== undefined) return c.json({ refusal: 'TOO_OFTEN' }, 429, { 'Retry-After': String(wait) });
  const form = SIGNED.safeParse(await readForm(c));
  const signed = form.success ? readJson<AuthenticationResponseJSON>(form.data.response) : undefined;
  if (!form.success || typeof signed?.id !== 'string') return c.json(NOT_TAKEN, 422);
  const answer = await openByPasskey(ctx, {
    ...whose,
    challengeId: form.data.challengeId,
    credentialId: signed.id,
    browserToken: readBrowser(c),
    verify: (passkey, challenge) => readSigned(deps.publicUrl, signed, passkey, challenge),
  });
  if (answer.kind !== 'no-passkey') keepBrowser(visit, answer.browserToken);
  if (answer.kind !== 'open') return c.json(NOT_TAKEN, 422);
  if (visit.token !== '') return c.json({ to: `/${visit.token}/${readNext(form.data.next)}` });
  const to = await leadToAccount(visit, answer);
  return to === undefined ? c.json(NOT_TAKEN, 422) : c.json({ to });
}

async function findWhose(visit: Visit): Promise<Whose | Response> {
  const { c, ctx } = visit;
  if (visit.token !== '') {
    const found = await findOpened(visit);
    if (found.kind === 'answered') return found.response;
    if (visit.isGuest) return c.json(NOT_TAKEN, 403);
    const { billerId, accountId } = found.target.invoice;
    return { billerId, accountId };
  }
  // Whose account it is, the answer tells; the question itself is kept with the deployment's first biller.
  const [first] = await ctx.em.fork().find(Biller, {}, { orderBy: { createdAt: 'asc' }, limit: 1 });
  return first ? { billerId: first.id, accountId: undefined } : c.notFound();
}

/** Who comes without a link is given one, to the bill that is newest. */
async function leadToAccount(
  { ctx }: Visit,
  { billerId, accountId }: { billerId: string; accountId: string },
): Promise<string | undefined> {
  const latest = { orderBy: { issuedOn: 'desc' as const, id: 'desc' as const }, limit: 1 };
  const [bill] = await ctx.em.fork().find(Invoice, { billerId, accountId }, latest);
  if (!bill) return undefined;
  const url = await inTransaction(ctx, (tx) => makeLink(tx, { billerId, invoiceId: bill.id }));
  return `${new URL(url).pathname}/account`;
}
