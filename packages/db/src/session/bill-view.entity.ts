import { defineEntity, p } from '@mikro-orm/postgresql';

const BillViewSchema = defineEntity({
  name: 'BillView',
  tableName: 'bill_view',
  properties: {
    billerId: p.uuid().primary(),
    id: p.uuid().primary(),

    invoiceId: p.uuid(),
    linkId: p.uuid(),
    at: p.datetime(),
  },
});

/** A look at a bill by somebody who followed a link; robots that preview links leave none. */
export class BillView extends BillViewSchema.class {}
BillViewSchema.setClass(BillView);
