import { defineEntity, p } from '@mikro-orm/postgresql';

const ReminderRunSchema = defineEntity({
  name: 'ReminderRun',
  tableName: 'reminder_run',
  properties: {
    billerId: p.uuid().primary(),
    /** The biller's day on which it began to send reminders: steps of days before that are not made up for. */
    since: p.date(),
    plannedAt: p.datetime().nullable(),
  },
});

/** How far a biller's reminders are planned; its lock keeps two workers from planning at once. */
export class ReminderRun extends ReminderRunSchema.class {}
ReminderRunSchema.setClass(ReminderRun);
