import { listBillFacts } from '@kvitt/db/invoice/list-bill-facts';
import type { LinkTarget } from '@kvitt/db/session/find-link';
import type { Ctx } from '@kvitt/flows/kit/context';

/**
 * Looked at so often while a page of it is open, which one person is for a minute: the database tells of desks, and telling of
 * each bill that a morning sends, opens and delivers would cost all of them for the few that somebody looks at.
 */
const LOOK_MS = 3_000;

/**
 * Calls `changed` whenever something new is on record of the bill (sent, delivered, looked at, paid, changed), until what it
 * gives back is called. What cannot be asked now is asked the next time.
 */
export function watchBill({ em, log }: Ctx, { invoice }: LinkTarget, changed: () => void): () => void {
  const { billerId, id } = invoice;
  let known: string | undefined;
  let isLooking = false;
  const look = async () => {
    if (isLooking) return;
    isLooking = true;
    try {
      const facts = await listBillFacts(em.fork(), billerId, id);
      const now = facts.map((fact) => `${fact.id} ${fact.kind} ${fact.at}`).join('\n');
      if (known !== undefined && now !== known) changed();
      known = now;
    } catch (error) {
      log.warn({ invoiceId: id, why: String(error) }, 'a bill that is looked at could not be read');
    } finally {
      isLooking = false;
    }
  };
  void look();
  const timer = setInterval(() => void look(), LOOK_MS);
  return () => clearInterval(timer);
}
