import { Sender } from '@kvitt/db/biller/sender.entity';
import { Message } from '@kvitt/db/message/message.entity';
import { Reminder } from '@kvitt/db/reminder/reminder.entity';
import { localInstant } from '@kvitt/domain/time/local-instant';
import { openThread } from '../conversation/find-thread.ts';
import type { TxCtx } from '../kit/context.ts';
import { queueText } from '../message/queue-text.ts';
import { putOff } from './put-off.ts';
import { skipReminders } from './skip-reminders.ts';
import { type ReminderText, writeReminder } from './write-reminder.ts';

/**
 * Puts one text about all these reminders into the outbox, within the caller's transaction. It is the text of its day: where
 * it has not gone out by midnight, it is not sent any more. The contact policy's answer stands in their rows: a refusal is
 * why they are skipped, what waits says until when and for which rule, and what waits beyond its day is planned for the
 * next minute at which it may go, while that is of use. What a person has to look at waits for them.
 */
export async function queueReminder(tx: TxCtx, text: ReminderText): Promise<void> {
  const { billerId, phoneId, reminders, leadId, today, place } = text;
  const lead = reminders.find(({ id }) => id === leadId);
  if (!lead) throw new Error('a text of reminders is led by one of them');
  const tries = Math.max(...reminders.map((each) => each.tries)) + 1;
  const sender = await tx.em.findOneOrFail(Sender, { billerId }, { orderBy: { number: 'asc' } });
  const thread = await openThread(tx, { billerId, phoneId, senderId: sender.id });
  const words = await writeReminder(tx, { ...text, lead });
  const midnight = localInstant(today, 24 * 60, place.timeZone);
  const sendBefore = new Date(Math.min(midnight, lead.usefulUntil.getTime()));
  const answer = await queueText(tx, {
    billerId,
    ...thread,
    purpose: 'service',
    template: words.template,
    body: words.body,
    cause: `reminder/${leadId}/${tries}`,
    invoiceId: lead.invoiceId,
    statedMinor: words.statedMinor,
    sendBefore,
  });
  if (answer.kind === 'queued-before') throw new Error(`the reminder ${leadId} was queued before`);
  if (answer.kind === 'refused') return skipReminders(tx, billerId, reminders, answer.refusal);
  const waits = answer.kind === 'queued' ? answer.waits : undefined;
  if (waits && waits.until >= sendBefore) {
    // Its words are true on its day alone: they are written anew on the day on which it may go.
    const away = { state: 'skipped' as const, reason: waits.reason };
    await tx.em.nativeUpdate(Message, { billerId, id: answer.messageId }, away);
    return putOff(tx, billerId, reminders, { ...waits, tries });
  }
  const sent = {
    messageId: answer.messageId,
    textDay: today,
    tries,
    ...(waits && { sendAt: waits.until }),
  };
  const reason = answer.kind === 'held' ? answer.reason : (waits?.reason ?? null);
  const others = reminders.filter(({ id }) => id !== leadId).map(({ id }) => id);
  await tx.em.nativeUpdate(Reminder, { billerId, id: leadId }, { state: 'queued', reason, ...sent });
  if (others.length > 0) {
    const merged = { state: 'merged' as const, reason: null, ...sent };
    await tx.em.nativeUpdate(Reminder, { billerId, id: { $in: others } }, merged);
  }
}
