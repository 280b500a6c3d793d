import { defineEntity, p } from '@mikro-orm/postgresql';

const CustomerMergeSchema = defineEntity({
  name: 'CustomerMerge',
  tableName: 'customer_merge',
  properties: {
    billerId: p.uuid().primary(),
    id: p.uuid().primary(),

    fromId: p.uuid(),
    intoId: p.uuid(),
    /** The accounts that went over by it, and go back where it is undone. */
    accountIds: p.array().columnType('uuid[]').$type<string[]>(),
    reason: p.text(),
    madeBy: p.text(),
    madeAt: p.datetime(),
    undoneAt: p.datetime().nullable(),
    undoneBy: p.text().nullable(),
  },
});

/** Two customers who were found to be one person. */
export class CustomerMerge extends CustomerMergeSchema.class {}
CustomerMergeSchema.setClass(CustomerMerge);
