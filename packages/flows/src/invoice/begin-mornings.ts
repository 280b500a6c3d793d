import { Biller } from '@kvitt/db/biller/biller.entity';
import { localDate } from '@kvitt/domain/time/local-date';
import { localHour } from '@kvitt/domain/time/local-hour';
import type { Ctx } from '../kit/context.ts';
import { inTransaction } from '../kit/in-transaction.ts';

/** Bills are announced in the morning of the biller's own day, when its office has opened. */
const MORNING_HOUR = 9;

/** Before any day on which bills were announced. */
const EARLIER = '1970-01-01';

/**
 * Has the bills of every biller announced whose morning has come and whose announcements of the day have not been begun:
 * once a day, however many workers look, and late rather than never after a standstill. A biller that is seen for the
 * first time begins with its next morning.
 * @returns how many were begun
 */
export async function beginMornings(ctx: Ctx): Promise<number> {
  const now = ctx.clock.now();
  const billers = await ctx.em.fork().find(Biller, {});
  let begun = 0;
  for (const biller of billers) {
    const today = localDate(now, biller.timeZone);
    const isMorning = localHour(now, biller.timeZone) >= MORNING_HOUR;
    const announcedOn = biller.announcedOn ?? null;
    if (announcedOn === null) await meet(ctx, biller.id, isMorning ? today : EARLIER);
    else if (isMorning && announcedOn < today) begun += await begin(ctx, biller.id, announcedOn, today);
  }
  return begun;
}

async function meet(ctx: Ctx, billerId: string, announcedOn: string): Promise<void> {
  await ctx.em.fork().nativeUpdate(Biller, { id: billerId, announcedOn: null }, { announcedOn });
}

async function begin(ctx: Ctx, billerId: string, announcedOn: string, today: string): Promise<number> {
  return inTransaction(ctx, async (tx) => {
    // As it was read: whoever begins it first changes it, and the others find nothing to change.
    const begun = await tx.em.nativeUpdate(Biller, { id: billerId, announcedOn }, { announcedOn: today });
    if (begun === 0) return 0;
    const key = tx.ids.derived(billerId, `announce/${today}`);
    await tx.jobs.enqueue(tx.em.getKysely(), 'invoice.announce', { billerId }, { key });
    return 1;
  });
}
