import { Biller } from '@kvitt/db/biller/biller.entity';
import { Account } from '@kvitt/db/customer/account.entity';
import { Customer } from '@kvitt/db/customer/customer.entity';
import type { Enrollment } from '@kvitt/db/enrollment/enrollment.entity';
import { findOpenBills } from '@kvitt/db/invoice/find-open-bills';
import { findThread } from '../conversation/find-thread.ts';
import type { TxCtx } from '../kit/context.ts';
import { loadWriter } from '../message/load-writer.ts';
import { queueText } from '../message/queue-text.ts';

/**
 * Texts the caller the link to their next open bill, on whose page they type a card and keep it; within the caller's
 * transaction, once per call.
 */
export function textCardLink(tx: TxCtx, call: Enrollment): Promise<void> {
  return textLink(tx, call, {
    template: 'fresh-link',
    cause: `enrollment-card/${call.id}`,
    askedAt: call.cardWantedAt,
  });
}

/** Texts the caller where they agree to bills without paper, as they said that they would; once per call. */
export function textPaperlessLink(tx: TxCtx, call: Enrollment): Promise<void> {
  return textLink(tx, call, {
    template: 'paperless-by-link',
    cause: `enrollment-paperless/${call.id}`,
    askedAt: call.askedAt,
  });
}

/** Nothing is sent where no bill is open: there is no page that a link could open. */
async function textLink(
  tx: TxCtx,
  call: Enrollment,
  say: { template: 'fresh-link' | 'paperless-by-link'; cause: string; askedAt: Date | null | undefined },
): Promise<void> {
  const { billerId, accountId } = call;
  const thread = await findThread(tx, billerId, accountId);
  const [bill] = (await findOpenBills(tx.em, billerId, [accountId])).bills;
  // A phone that was taken off the account meanwhile is nobody's to text.
  if (!bill || thread?.phoneId !== call.phoneId) return;
  const account = await tx.em.findOneOrFail(Account, { billerId, id: accountId });
  const { language } = await tx.em.findOneOrFail(Customer, { billerId, id: account.customerId });
  const { name: brand } = await tx.em.findOneOrFail(Biller, { id: billerId });
  const renderTemplate = await loadWriter(tx, billerId);
  await queueText(tx, {
    ...thread,
    billerId,
    purpose: 'reply',
    template: say.template,
    body: renderTemplate(say.template, language, { brand, link: '{link}' }),
    cause: say.cause,
    invoiceId: bill.invoiceId,
    // They asked for it, on the phone.
    ...(say.askedAt && { askedAt: say.askedAt }),
  });
}
