import { defineEntity, p } from '@mikro-orm/postgresql';

const ThreadLookSchema = defineEntity({
  name: 'ThreadLook',
  tableName: 'thread_look',
  properties: {
    billerId: p.uuid().primary(),
    conversationId: p.uuid().primary(),
    accountId: p.uuid().primary(),

    at: p.datetime(),
  },
});

/** When an account's customer last had the thread before them on the page. */
export class ThreadLook extends ThreadLookSchema.class {}
ThreadLookSchema.setClass(ThreadLook);
