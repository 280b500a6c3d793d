import { AccountPhone } from '@kvitt/db/customer/account-phone.entity';
import { Message } from '@kvitt/db/message/message.entity';
import type { World } from './open-world.ts';
import type { Person } from './people.ts';

/** What became of every text for a person's phone, oldest first (of one instant by template), as our own rows have it. */
export async function textsOf(
  world: World,
  { accountId }: Person,
): Promise<{ template: string | null | undefined; state: string; reason: string | null | undefined }[]> {
  const em = world.ctx.em.fork();
  const { phoneId } = await em.findOneOrFail(AccountPhone, { accountId });
  const texts = await em.find(
    Message,
    { phoneId, direction: 'out' },
    { orderBy: { createdAt: 'asc', template: 'asc' } },
  );
  return texts.map(({ template, state, reason }) => ({ template, state, reason }));
}
