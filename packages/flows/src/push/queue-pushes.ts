import { insertPushNotes } from '@kvitt/db/push/insert-push-notes';
import { readPushKind } from '@kvitt/domain/push/read-push-kind';
import type { TxCtx } from '../kit/context.ts';

/** A note that comes half a day late says nothing that the text has not. */
const WITHIN_MS = 4 * 3_600_000;

/** A text that the contact policy lets out now. */
interface AllowedText {
  id: string;
  phoneId: string;
  template: string | null;
  invoiceId: string | null;
}

/**
 * Puts notes beside texts about bills and receipts for the browsers that asked for them, in the transaction that claims
 * the texts and keeps the decisions on them: a note goes where and when its text may, under the same decision, or not at all.
 */
export async function queuePushes(
  tx: TxCtx,
  billerId: string,
  allowed: readonly AllowedText[],
): Promise<void> {
  const texts = allowed.flatMap(({ id, phoneId, template, invoiceId }) => {
    const kind = readPushKind(template);
    return kind && invoiceId ? [{ messageId: id, phoneId, invoiceId, kind }] : [];
  });
  const now = tx.clock.now();
  await insertPushNotes(tx.em, billerId, texts, { now, sendBefore: new Date(now.getTime() + WITHIN_MS) });
}
