import { defineEntity, p } from '@mikro-orm/postgresql';

const DeskNoteSchema = defineEntity({
  name: 'DeskNote',
  tableName: 'desk_note',
  properties: {
    billerId: p.uuid().primary(),
    id: p.uuid().primary(),

    conversationId: p.uuid(),
    /** Null where Kvitt itself leaves word of something, in the customer's name. */
    authorId: p.uuid().nullable(),
    author: p.text(),
    body: p.text(),
    /** Agents whom it names. */
    mentions: p.array().columnType('uuid[]').$type<string[]>(),
    createdAt: p.datetime(),
  },
});

/** What agents write to each other in a thread; never sent to a customer. */
export class DeskNote extends DeskNoteSchema.class {}
DeskNoteSchema.setClass(DeskNote);
