import { Phone } from '@kvitt/db/customer/phone.entity';
import { Message } from '@kvitt/db/message/message.entity';
import type { MessageState } from '@kvitt/domain/message/message-state';
import type { Beside } from './open-beside.ts';

export interface TextFilter {
  state: MessageState;
  /** E.164; to anyone where absent. */
  phone?: string;
  /** Why it stands there: a refusal, or the carrier's trouble. */
  reason?: string;
}

/** How many of our texts stand like this. */
export async function countTexts({ biller, context }: Beside, filter: TextFilter): Promise<number> {
  const { em } = context();
  const billerId = biller.id;
  const { state, phone, reason } = filter;
  const to = phone && (await em.findOneOrFail(Phone, { billerId, e164: phone })).id;
  return em.count(Message, {
    billerId,
    direction: 'out',
    state,
    ...(to && { phoneId: to }),
    ...(reason && { reason }),
  });
}
