import { MessagePicture } from '@kvitt/db/message/message-picture.entity';
import { sendPicture } from '../kit/send-picture.ts';
import { openRest } from './open-link.ts';
import type { Visit } from './visit.ts';

const ID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** A picture of the account's own thread (`/{token}/pictures/{message}`), for who has proved whose the account is. */
export async function showPicture(visit: Visit): Promise<Response> {
  const opened = await openRest(visit, 'thread');
  if (opened.kind === 'answered') return opened.response;
  const { c, ctx } = visit;
  const { billerId, accountId } = opened.target.invoice;
  const messageId = c.req.param('message') ?? '';
  if (!ID.test(messageId)) return c.notFound();
  const picture = await ctx.em.fork().findOne(MessagePicture, { billerId, messageId, accountId });
  return picture ? sendPicture(c, picture.jpeg) : c.notFound();
}
