import { Conversation } from '@kvitt/db/conversation/conversation.entity';
import type { DialogEffect } from '@kvitt/domain/conversation/dialog-effects';
import { formatDueDate } from '@kvitt/domain/locale/format-due-date';
import { formatMoney } from '@kvitt/domain/locale/format-money';
import type { TxCtx } from '../kit/context.ts';
import { loadWriter } from '../message/load-writer.ts';
import type { Answering } from './answering.ts';
import { reply } from './reply.ts';

/** How long the numbers of a list answer it. */
const ANSWER_WITHIN_MS = 600_000;

/** Texts the list of bills, numbered from 1, and remembers which number is which. */
export async function showMenu(
  tx: TxCtx,
  answering: Answering,
  { bills, total }: Extract<DialogEffect, { do: 'show-menu' }>,
): Promise<void> {
  const { text, dialog } = answering;
  const { language } = dialog;
  const menuUntil = new Date(tx.clock.now().getTime() + ANSWER_WITHIN_MS);
  await tx.em.nativeUpdate(
    Conversation,
    { billerId: text.billerId, id: text.conversationId },
    { menuInvoiceIds: bills.map(({ invoiceId }) => invoiceId), menuUntil },
  );
  const lines = bills.map(
    ({ amountDue, dueOn }, at) =>
      `${at + 1}: ${formatMoney(amountDue, language)}, ${formatDueDate(dueOn, language)}.`,
  );
  const write = await loadWriter(tx, text.billerId);
  const body = write('bills-menu', language, {
    brand: dialog.biller.name,
    menu: lines.join(' '),
    ...(total && { total: formatMoney(total, language) }),
  });
  await reply(tx, answering, { template: 'bills-menu', body, sendBefore: menuUntil });
}
