import { AccountPhone } from '@kvitt/db/customer/account-phone.entity';
import type { TxCtx } from '../kit/context.ts';
import { endContactFlag } from './end-contact-flag.ts';
import { setContactFlag } from './set-contact-flag.ts';

/**
 * Notes that who holds this phone wants no contact about any debt (12 CFR 1006.6(c)), or that they do again, within the
 * caller's transaction: on every account that the phone serves, by whichever number or channel.
 */
export async function flagCease(
  tx: TxCtx,
  text: { billerId: string; phoneId: string; body: string },
  act: 'set' | 'end',
): Promise<void> {
  const { billerId, phoneId, body } = text;
  const served = await tx.em.find(AccountPhone, { billerId, phoneId }, { orderBy: { accountId: 'asc' } });
  for (const { accountId } of served) {
    const flag = { billerId, of: { accountId }, code: 'cease', by: 'customer' } as const;
    if (act === 'set') await setContactFlag(tx, { ...flag, note: body });
    else await endContactFlag(tx, flag);
  }
}
