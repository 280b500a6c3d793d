import { AccountPhone } from '@kvitt/db/customer/account-phone.entity';
import { PhoneMove } from '@kvitt/db/customer/phone-move.entity';
import { LockMode } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import type { Ctx, TxCtx } from '../kit/context.ts';
import { inTransaction } from '../kit/in-transaction.ts';
import { oneByOne } from '../kit/one-by-one.ts';
import { removePhone } from './remove-phone.ts';

/** In one round. */
const MOST = 50;

/**
 * Moves accounts to the phones that were asked for, once nobody has objected for long enough.
 * @returns how many there were
 */
export async function movePhones(ctx: Ctx): Promise<number> {
  const due = await ctx.em
    .fork()
    .find(
      PhoneMove,
      { endedAt: null, moveAt: { $lte: ctx.clock.now() } },
      { orderBy: { moveAt: 'asc', id: 'asc' }, limit: MOST },
    );
  return oneByOne(ctx, due, ({ billerId, id }) => inTransaction(ctx, (tx) => move(tx, billerId, id)));
}

async function move(tx: TxCtx, billerId: string, id: string): Promise<void> {
  const lock = { lockMode: LockMode.PESSIMISTIC_WRITE } as const;
  const waiting = await tx.em.findOne(PhoneMove, { billerId, id, endedAt: null }, lock);
  if (!waiting) return;
  const { accountId, fromPhoneId, toPhoneId } = waiting;
  waiting.endedAt = tx.clock.now();
  const isOurs = await tx.em.count(AccountPhone, { billerId, accountId, phoneId: toPhoneId });
  // Who has the new phone may have said STOP or WRONG meanwhile: a phone that is off the account is texted nothing.
  waiting.endedAs = isOurs > 0 ? 'moved' : 'called-off';
  await tx.em.flush();
  if (isOurs === 0) return;
  await removePhone(tx, { billerId, id: null, name: 'customer' }, { accountId, phoneId: fromPhoneId });
  await tx.em.nativeUpdate(AccountPhone, { billerId, accountId, phoneId: toPhoneId }, { role: 'primary' });
  await revokeLinks(tx, { billerId, accountId, phoneId: fromPhoneId });
  tx.log.info({ accountId }, 'an account has moved to another phone');
}

/** What was texted to the old phone about this account opens nothing there any more. */
async function revokeLinks(
  tx: TxCtx,
  { billerId, accountId, phoneId }: { billerId: string; accountId: string; phoneId: string },
): Promise<void> {
  await sql`update portal_link l set revoked_at = ${tx.clock.now().toISOString()}::timestamptz
    from message m, invoice i
    where l.biller_id = ${billerId} and l.revoked_at is null and m.biller_id = l.biller_id and m.id = l.message_id
      and m.phone_id = ${phoneId} and i.biller_id = l.biller_id and i.id = l.invoice_id
      and i.account_id = ${accountId}`.execute(tx.em.getKysely());
}
