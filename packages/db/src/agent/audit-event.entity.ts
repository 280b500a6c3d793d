import { defineEntity, p } from '@mikro-orm/postgresql';

const AuditEventSchema = defineEntity({
  name: 'AuditEvent',
  tableName: 'audit_event',
  properties: {
    billerId: p.uuid().primary(),
    id: p.uuid().primary(),

    /** Null where it was the operator, or nobody who is known. */
    actorId: p.uuid().nullable(),
    /** The name at that time, or "operator". */
    actor: p.text(),
    act: p.text(),
    /** On what, by its kind and its id. */
    subject: p.text().nullable(),
    subjectId: p.text().nullable(),
    detail: p.text().nullable(),
    at: p.datetime(),
  },
});

/** That someone of the biller's did something. Never changed, never removed. */
export class AuditEvent extends AuditEventSchema.class {}
AuditEventSchema.setClass(AuditEvent);
