import { defineEntity, p } from '@mikro-orm/postgresql';

const DueMoveSchema = defineEntity({
  name: 'DueMove',
  tableName: 'due_move',
  properties: {
    billerId: p.uuid().primary(),
    id: p.uuid().primary(),

    invoiceId: p.uuid(),
    accountId: p.uuid(),
    fromOn: p.date(),
    toOn: p.date(),
    at: p.datetime(),
    /** Who chose the day, as the biller knows them; `customer` where they did. */
    by: p.text(),
  },
});

/** A due date that was moved, from where to where; the first of a bill says when it was due as issued. */
export class DueMove extends DueMoveSchema.class {}
DueMoveSchema.setClass(DueMove);
