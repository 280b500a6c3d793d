import { Phone } from '@kvitt/db/customer/phone.entity';
import { Message } from '@kvitt/db/message/message.entity';
import type { MessageState } from '@kvitt/domain/message/message-state';
import type { Beside } from './open-beside.ts';

/** How many of our texts stand in this state; only those to `phone` (E.164) where one is named. */
export async function countTexts(
  { biller, context }: Beside,
  state: MessageState,
  phone?: string,
): Promise<number> {
  const { em } = context();
  const billerId = biller.id;
  const to = phone && (await em.findOneOrFail(Phone, { billerId, e164: phone })).id;
  return em.count(Message, { billerId, direction: 'out', state, ...(to && { phoneId: to }) });
}
