import { ContactFlag } from '@kvitt/db/consent/contact-flag.entity';
import type { ContactFlagCode } from '@kvitt/domain/consent/policy/contact-flags';
import { noteAct } from '../agent/note-act.ts';
import type { TxCtx } from '../kit/context.ts';
import type { FlagOwner } from './set-contact-flag.ts';

/** Ends a flag of an account or a phone, within the caller's transaction. @returns whether it stood */
export async function endContactFlag(
  tx: TxCtx,
  order: { billerId: string; of: FlagOwner; code: ContactFlagCode; by: string },
): Promise<boolean> {
  const { billerId, of, code, by } = order;
  const now = tx.clock.now();
  const ended = await tx.em.nativeUpdate(
    ContactFlag,
    { billerId, ...of, code, $or: [{ until: null }, { until: { $gt: now } }] },
    { until: now, endedBy: by },
  );
  if (ended === 0) return false;
  const on = { subject: 'contact-flag', detail: code };
  await noteAct(tx, { billerId, id: null, name: by }, 'contact-flag-ended', on);
  return true;
}
