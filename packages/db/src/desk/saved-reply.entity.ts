import type { Language } from '@kvitt/domain/locale/language';
import { defineEntity, p } from '@mikro-orm/postgresql';

const SavedReplySchema = defineEntity({
  name: 'SavedReply',
  tableName: 'saved_reply',
  properties: {
    billerId: p.uuid().primary(),
    id: p.uuid().primary(),

    /** What is typed after `/`. */
    name: p.text(),
    language: p.text().$type<Language>(),
    /** With `{firstName}` and the like in place of what differs. */
    body: p.text(),
  },
});

/** Words that agents use again and again. */
export class SavedReply extends SavedReplySchema.class {}
SavedReplySchema.setClass(SavedReply);
