import { Biller } from '@kvitt/db/biller/biller.entity';
import { findOwner } from '@kvitt/db/customer/find-owner';
import type { Enrollment } from '@kvitt/db/enrollment/enrollment.entity';
import { findOpenBills } from '@kvitt/db/invoice/find-open-bills';
import { findThread } from '../conversation/find-thread.ts';
import type { TxCtx } from '../kit/context.ts';
import { loadWriter } from '../message/load-writer.ts';
import { queueText } from '../message/queue-text.ts';

/** Which link: to type a card and keep it, or to agree to bills without paper. */
const LINKS = {
  card: { template: 'fresh-link', cause: 'enrollment-card' },
  paperless: { template: 'paperless-by-link', cause: 'enrollment-paperless' },
} as const;

/**
 * Texts the caller the link that they asked for on the phone, to the page of their next open bill; within the caller's
 * transaction, each once per call. Nothing is sent where no bill is open: there is no page that a link could open.
 */
export async function textCallLink(tx: TxCtx, call: Enrollment, which: keyof typeof LINKS): Promise<void> {
  const { billerId, accountId } = call;
  const { template, cause } = LINKS[which];
  const thread = await findThread(tx, billerId, accountId);
  const [bill] = (await findOpenBills(tx.em, billerId, [accountId])).bills;
  // A phone that was taken off the account meanwhile is nobody's to text.
  if (!bill || thread?.phoneId !== call.phoneId) return;
  const { language } = await findOwner(tx.em, { billerId, accountId });
  const { name: brand } = await tx.em.findOneOrFail(Biller, { id: billerId });
  const renderTemplate = await loadWriter(tx, billerId);
  const askedAt = which === 'card' ? call.cardWantedAt : call.askedAt;
  await queueText(tx, {
    ...thread,
    billerId,
    purpose: 'reply',
    template,
    body: renderTemplate(template, language, { brand, link: '{link}' }),
    cause: `${cause}/${call.id}`,
    invoiceId: bill.invoiceId,
    // They asked for it, on the phone.
    ...(askedAt && { askedAt }),
  });
}
