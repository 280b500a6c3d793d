import type { TxCtx } from '../kit/context.ts';
import { type ContactVerdict, judgeOne } from '../message/judge-one.ts';

/**
 * Whether a caller's handset may be asked, once they have agreed on the call, if it wants bills by text; and if not, why and
 * from when on. Nothing is kept.
 */
export function mayAsk(
  tx: TxCtx,
  { billerId, phoneId }: { billerId: string; phoneId: string },
): Promise<ContactVerdict> {
  return judgeOne(tx, billerId, {
    phoneId,
    template: 'opt-in-request',
    purpose: 'optin',
    askedAt: undefined,
    followsAgreement: true,
  });
}
