import { Message } from '@kvitt/db/message/message.entity';
import type { LinkTarget } from '@kvitt/db/session/find-link';
import { findThread } from '../conversation/find-thread.ts';
import type { Ctx } from '../kit/context.ts';
import { inTransaction } from '../kit/in-transaction.ts';
import { loadWriter } from '../message/load-writer.ts';
import { queueText } from '../message/queue-text.ts';

/** A fresh link is not texted again within this time, however often it is asked for. */
const ONCE_PER_MS = 60_000;

/** Texts a fresh link to the bill to the account's phone on file, never to one that the asker names. */
export async function sendFreshLink(ctx: Ctx, target: LinkTarget): Promise<void> {
  const { biller, invoice, customer } = target;
  await inTransaction(ctx, async (tx) => {
    const thread = await findThread(tx, invoice.billerId, invoice.accountId);
    if (!thread) return;
    const now = tx.clock.now().getTime();
    const isTextedAlready = await tx.em.count(Message, {
      billerId: invoice.billerId,
      conversationId: thread.conversationId,
      template: 'fresh-link',
      invoiceId: invoice.id,
      createdAt: { $gt: new Date(now - ONCE_PER_MS) },
    });
    if (isTextedAlready > 0) return;
    // Two tabs at the same instant do not see each other's text; the same cause makes one of them.
    const window = Math.floor(now / ONCE_PER_MS);
    const renderTemplate = await loadWriter(tx, invoice.billerId);
    await queueText(tx, {
      billerId: invoice.billerId,
      ...thread,
      // Whoever holds the old link asks, who need not be the customer: no answer, then, for a phone that said STOP.
      purpose: 'reply',
      template: 'fresh-link',
      body: renderTemplate('fresh-link', customer.language, { brand: biller.name, link: '{link}' }),
      cause: `fresh-link/${invoice.id}/${window}`,
      invoiceId: invoice.id,
    });
  });
}
