import { askForProof, readNext } from './ask-for-proof.ts';
import { findOpened } from './open-link.ts';
import { leadTo, type Visit } from './visit.ts';

/** The page that asks for a proof; leads on where this browser has given one already. */
export async function showStepUp(visit: Visit): Promise<Response> {
  const found = await findOpened(visit);
  if (found.kind === 'answered') return found.response;
  if (visit.isGuest) return leadTo(visit, '');
  const next = readNext(visit.c.req.query('next'));
  const { session } = found;
  // A passkey takes more than what stands on a letter: who is open by that may still prove the phone.
  const wantsMore = visit.c.req.query('way') === 'text-code' && !session?.way.match(/^(text-code|passkey)$/);
  if (session && !wantsMore) return leadTo(visit, next && `/${next}`);
  return askForProof(visit, found.target, { next, why: found.standing === 'aged' ? 'aged' : 'rest' });
}
