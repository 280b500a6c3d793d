import { defineEntity, p } from '@mikro-orm/postgresql';

const ProcessorNoticeSchema = defineEntity({
  name: 'ProcessorNotice',
  tableName: 'processor_notice',
  properties: {
    billerId: p.uuid().primary(),
    id: p.uuid().primary(),

    type: p.text(),
    subjectId: p.text(),
    at: p.datetime(),
    receivedAt: p.datetime(),
  },
});

/** A notice of the card processor's, as it came; each is kept once. */
export class ProcessorNotice extends ProcessorNoticeSchema.class {}
ProcessorNoticeSchema.setClass(ProcessorNotice);
