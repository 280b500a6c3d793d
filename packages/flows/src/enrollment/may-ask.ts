import { findStanding } from '@kvitt/db/consent/find-standing';
import type { TxCtx } from '../kit/context.ts';
import { type ContactVerdict, judgeOne } from '../message/judge-one.ts';

/**
 * Whether a caller's handset may be asked, once they have agreed on the call, if it wants bills by text; and if not, why and
 * from when on. Nothing is kept.
 * @returns undefined for a phone that has confirmed before: there is nothing to ask it
 */
export async function mayAsk(
  tx: TxCtx,
  { billerId, phoneId }: { billerId: string; phoneId: string },
): Promise<ContactVerdict | undefined> {
  const { service } = await findStanding(tx.em, billerId, phoneId);
  if (service === 'confirmed') return undefined;
  return judgeOne(tx, billerId, {
    phoneId,
    template: 'opt-in-request',
    purpose: 'optin',
    askedAt: undefined,
    followsAgreement: true,
  });
}
