import { inTransaction } from '@kvitt/flows/kit/in-transaction';
import { noteView } from '@kvitt/flows/session/note-view';
import { findOpened } from './open-link.ts';
import type { Visit } from './visit.ts';

/** The bill of this link is in front of a person (POST `/{token}/opened`, sent by the page itself once it was seen). */
export async function noteOpened(visit: Visit): Promise<Response> {
  const found = await findOpened(visit);
  if (found.kind === 'found') {
    const { link, invoice } = found.target;
    const { billerId, id: invoiceId } = invoice;
    await inTransaction(visit.ctx, (tx) => noteView(tx, { billerId, invoiceId, linkId: link.id }));
  }
  return visit.c.body(null, 204);
}
