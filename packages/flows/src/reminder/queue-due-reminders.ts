import { findWaitingPhones } from '@kvitt/db/reminder/find-waiting-phones';
import type { Ctx } from '../kit/context.ts';
import { inTransaction } from '../kit/in-transaction.ts';
import { oneByOne } from '../kit/one-by-one.ts';
import { remindPhone } from './remind-phone.ts';

/** Phones that one round takes up; the next follows at once. */
const AT_ONCE = 200;

/**
 * Puts the reminders whose hour has come into the outbox, a phone at a time, each in a transaction of its own: a process
 * that dies between two has done the first and left the second, and what another worker holds is left to it.
 * @returns how many phones were gone through
 */
export async function queueDueReminders(ctx: Ctx): Promise<number> {
  const phones = await findWaitingPhones(ctx.em.fork(), ctx.clock.now(), AT_ONCE);
  return oneByOne(ctx, phones, ({ billerId, id }) =>
    inTransaction(ctx, (tx) => remindPhone(tx, { billerId, phoneId: id })),
  );
}
