import { defineEntity, p } from '@mikro-orm/postgresql';

const DeliveryReportSchema = defineEntity({
  name: 'DeliveryReport',
  tableName: 'delivery_report',
  properties: {
    billerId: p.uuid().primary(),
    id: p.uuid().primary(),

    vendorId: p.text(),
    messageId: p.uuid().nullable(),
    state: p.text().$type<'queued' | 'sent' | 'delivered' | 'undelivered' | 'failed'>(),
    sequence: p.integer(),
    errorCode: p.text().nullable(),
    /** What the carrier's number means for us: 'opted-out', 'bad-number' … */
    failure: p.text().nullable(),
    receivedAt: p.datetime(),
  },
});

/** A carrier's report about one text, as it came; each is kept once. */
export class DeliveryReport extends DeliveryReportSchema.class {}
DeliveryReportSchema.setClass(DeliveryReport);
