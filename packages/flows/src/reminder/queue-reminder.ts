import { Sender } from '@kvitt/db/biller/sender.entity';
import type { WaitingReminder } from '@kvitt/db/reminder/load-waiting';
import { Reminder } from '@kvitt/db/reminder/reminder.entity';
import type { Place } from '@kvitt/domain/reminder/plan-step';
import { localInstant } from '@kvitt/domain/time/local-instant';
import { openThread } from '../conversation/find-thread.ts';
import type { TxCtx } from '../kit/context.ts';
import { queueText } from '../message/queue-text.ts';
import { writeReminder } from './write-reminder.ts';

/** Reminders of one phone that go out as one text. */
export interface ReminderText {
  billerId: string;
  phoneId: string;
  reminders: readonly WaitingReminder[];
  /** The bills that the text speaks of. */
  bills: readonly string[];
  /** The reminder that the text is named after; the others are merged into it. */
  leadId: string;
  /** The customer's day, `YYYY-MM-DD`. */
  today: string;
  place: Place;
}

/**
 * Puts one text about all these reminders into the outbox, within the caller's transaction. It is the text of its day: where
 * it has not gone out by midnight, it is not sent any more. A refusal is the reason why they are skipped.
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
  const answer = await queueText(tx, {
    billerId,
    ...thread,
    purpose: 'service',
    template: words.template,
    body: words.body,
    cause: `reminder/${leadId}/${tries}`,
    invoiceId: lead.invoiceId,
    statedMinor: words.statedMinor,
    sendBefore: new Date(Math.min(midnight, lead.usefulUntil.getTime())),
  });
  const others = reminders.filter(({ id }) => id !== leadId).map(({ id }) => id);
  if (answer.kind === 'queued-before') throw new Error(`the reminder ${leadId} was queued before`);
  if (answer.kind === 'refused') {
    const skipped = { state: 'skipped' as const, reason: answer.refusal };
    await tx.em.nativeUpdate(Reminder, { billerId, id: { $in: [leadId, ...others] } }, skipped);
    return;
  }
  const sent = { messageId: answer.messageId, textDay: today, tries };
  await tx.em.nativeUpdate(Reminder, { billerId, id: leadId }, { state: 'queued', ...sent });
  if (others.length > 0) {
    await tx.em.nativeUpdate(Reminder, { billerId, id: { $in: others } }, { state: 'merged', ...sent });
  }
}
