import type { WorkKind } from '@kvitt/domain/work/work-kind';
import { defineEntity, p } from '@mikro-orm/postgresql';

const WorkItemSchema = defineEntity({
  name: 'WorkItem',
  tableName: 'work_item',
  properties: {
    billerId: p.uuid().primary(),
    id: p.uuid().primary(),

    kind: p.text().$type<WorkKind>(),
    /** What it is about: an id of ours, or of the processor's. */
    subject: p.text(),
    /** What was found, in short: the same finding about the same subject is one item. */
    about: p.text(),
    /** Who looks after it; nobody yet where null. */
    owner: p.text().nullable(),
    evidence: p.json<Record<string, unknown>>(),
    openedAt: p.datetime(),
    openedBy: p.text(),
    closedAt: p.datetime().nullable(),
    closedBy: p.text().nullable(),
    reason: p.text().nullable(),
  },
});

/** Something that a person has to look at, with what is known of it. */
export class WorkItem extends WorkItemSchema.class {}
WorkItemSchema.setClass(WorkItem);
