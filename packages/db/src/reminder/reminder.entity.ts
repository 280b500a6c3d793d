import type { ReminderTemplate } from '@kvitt/domain/reminder/cadence';
import type { ReminderState } from '@kvitt/domain/reminder/reminder-state';
import { defineEntity, p } from '@mikro-orm/postgresql';

const ReminderSchema = defineEntity({
  name: 'Reminder',
  tableName: 'reminder',
  properties: {
    billerId: p.uuid().primary(),
    id: p.uuid().primary(),

    invoiceId: p.uuid(),
    step: p.text(),
    /** The bill's due date when the step was planned; a bill that is moved begins anew. */
    dueOn: p.date(),
    cadenceVersion: p.integer(),
    template: p.text().$type<ReminderTemplate>(),
    phoneId: p.uuid().nullable(),
    /** The step's own day. */
    day: p.date(),
    sendAt: p.datetime(),
    /** It is pointless from here on. */
    usefulUntil: p.datetime(),
    state: p.text().$type<ReminderState>(),
    /** Why it was skipped. */
    reason: p.text().nullable(),
    /** The text that speaks of the bill: its own, or the one that it was merged into. */
    messageId: p.uuid().nullable(),
    /** The customer's day of that text. */
    textDay: p.date().nullable(),
    /** How often it was put into the outbox. */
    tries: p.integer(),
    createdAt: p.datetime(),
  },
});

/** A step of a cadence that has come for a bill, and what became of it. */
export class Reminder extends ReminderSchema.class {}
ReminderSchema.setClass(Reminder);
