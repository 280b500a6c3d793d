import { defineEntity, p } from '@mikro-orm/postgresql';

const ConversationSchema = defineEntity({
  name: 'Conversation',
  tableName: 'conversation',
  properties: {
    billerId: p.uuid().primary(),
    id: p.uuid().primary(),

    phoneId: p.uuid(),
    senderId: p.uuid(),
    openedAt: p.datetime(),
    lastInboundAt: p.datetime().nullable(),
    /** Since when a person is wanted in the thread, and why; null where the machine answers alone. */
    personWantedSince: p.datetime().nullable(),
    personWantedWhy: p.text().nullable(),
    /** The bills of the list that was texted last, in its order, and until when their numbers answer it. */
    menuInvoiceIds: p.array().columnType('uuid[]').nullable(),
    menuUntil: p.datetime().nullable(),
  },
});

/** The thread between one of the biller's numbers and a phone. */
export class Conversation extends ConversationSchema.class {}
ConversationSchema.setClass(Conversation);
