import { defineEntity, p } from '@mikro-orm/postgresql';

const MessagePictureSchema = defineEntity({
  name: 'MessagePicture',
  tableName: 'message_picture',
  properties: {
    billerId: p.uuid().primary(),
    messageId: p.uuid().primary(),

    accountId: p.uuid(),
    /** Packed anew by us: nothing of what the camera wrote beside the picture is left. */
    jpeg: p.blob(),
    /** In points. */
    width: p.integer(),
    height: p.integer(),
    createdAt: p.datetime(),
  },
});

/** The picture that came with a customer's words. */
export class MessagePicture extends MessagePictureSchema.class {}
MessagePictureSchema.setClass(MessagePicture);
