import { MessagePicture } from '@kvitt/db/message/message-picture.entity';
import type { Ctx } from '@kvitt/flows/kit/context';
import { inTransaction } from '@kvitt/flows/kit/in-transaction';
import type { Context } from 'hono';
import { z } from 'zod';
import { sendPicture } from '../kit/send-picture.ts';
import { limitToBiller, type SignedIn } from '../kit/session.ts';

/** `/console/pictures/{message}`: what a customer attached, for who is signed in, of their own biller's and no others. */
export async function showPicture(c: Context, unlimited: Ctx, { billerId }: SignedIn): Promise<Response> {
  const id = z.uuid().safeParse(c.req.param('message'));
  const picture =
    id.success &&
    (await inTransaction(limitToBiller(unlimited, billerId), (tx) =>
      tx.em.findOne(MessagePicture, { billerId, messageId: id.data }),
    ));
  return picture ? sendPicture(c, picture.jpeg) : c.json({ refusal: 'NO_SUCH_PICTURE' }, 404);
}
