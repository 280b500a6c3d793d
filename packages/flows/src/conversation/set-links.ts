import { Phone } from '@kvitt/db/customer/phone.entity';
import { Message } from '@kvitt/db/message/message.entity';
import { withoutLink } from '@kvitt/domain/message/without-link';
import type { TxCtx } from '../kit/context.ts';

/** Notes whether a phone's texts carry links, within the caller's transaction; what waits already goes without one too. */
export async function setLinks(
  tx: TxCtx,
  { billerId, phoneId }: Pick<Message, 'billerId' | 'phoneId'>,
  isWanted: boolean,
): Promise<void> {
  const noLinksSince = isWanted ? null : tx.clock.now();
  await tx.em.nativeUpdate(Phone, { billerId, id: phoneId }, { noLinksSince });
  if (isWanted) return;
  const waiting = await tx.em.find(Message, {
    billerId,
    phoneId,
    state: { $in: ['queued', 'held'] },
    body: { $like: '%{link}%' },
  });
  for (const text of waiting) text.body = withoutLink(text.body);
  await tx.em.flush();
}
