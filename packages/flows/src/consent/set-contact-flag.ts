import { ContactFlag } from '@kvitt/db/consent/contact-flag.entity';
import type { ContactFlagCode } from '@kvitt/domain/consent/policy/contact-flags';
import { noteAct } from '../agent/note-act.ts';
import type { TxCtx } from '../kit/context.ts';

/** What a flag is of: an account, or a phone. */
export type FlagOwner = { accountId: string } | { phoneId: string };

/**
 * Notes something of an account or a phone that the rules of contact ask about, within the caller's transaction; every text
 * that waits is judged by it when it is claimed. @returns whether it is new: the same flag stands once
 */
export async function setContactFlag(
  tx: TxCtx,
  order: {
    billerId: string;
    of: FlagOwner;
    code: ContactFlagCode;
    by: string;
    until?: Date;
    note?: string;
  },
): Promise<boolean> {
  const { billerId, of, code, by } = order;
  const now = tx.clock.now();
  const standing = { billerId, ...of, code, $or: [{ until: null }, { until: { $gt: now } }] };
  if ((await tx.em.count(ContactFlag, standing)) > 0) return false;
  const id = tx.ids.next();
  await tx.em.insert(ContactFlag, {
    billerId,
    id,
    accountId: 'accountId' in of ? of.accountId : null,
    phoneId: 'phoneId' in of ? of.phoneId : null,
    code,
    since: now,
    until: order.until ?? null,
    createdBy: by,
    note: order.note ?? null,
    endedBy: null,
  });
  const on = { subject: 'contact-flag', subjectId: id, detail: code };
  await noteAct(tx, { billerId, id: null, name: by }, 'contact-flag-set', on);
  return true;
}
