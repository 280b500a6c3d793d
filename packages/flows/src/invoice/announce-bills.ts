import { Biller } from '@kvitt/db/biller/biller.entity';
import { findAccountsToAnnounce } from '@kvitt/db/invoice/find-accounts-to-announce';
import { FIRST_ID } from '@kvitt/db/kit/first-id';
import { localDate } from '@kvitt/domain/time/local-date';
import type { Ctx } from '../kit/context.ts';
import { inTransaction } from '../kit/in-transaction.ts';
import { type Announced, announceAccount } from './announce-account.ts';

export interface AnnounceAnswer {
  /** Bills that are announced now, and need no other text. */
  announced: number;
  /** Texts that were put into the outbox. */
  texts: number;
  /** Accounts that get no text, by the reason why. */
  skipped: { reason: string; count: number }[];
}

/** Accounts per look at the database. */
const PAGE = 200;

/**
 * Announces every bill of a biller that was issued by today and has not been announced: one text per account, whether it
 * is about one bill or sums up several, so that nobody is flooded. Each bill is announced once; a bill already paid needs
 * no text. Run again, it finds nothing left to do.
 * @param order.asOf the day to take for today, `YYYY-MM-DD`; today in the biller's zone where absent
 * @param order.askedAt when all of these customers asked for their bills, where they did: then each is an answer
 */
export async function announceBills(
  ctx: Ctx,
  order: { billerId: string; asOf?: string; askedAt?: Date },
): Promise<AnnounceAnswer> {
  const { billerId, askedAt } = order;
  const biller = await ctx.em.fork().findOneOrFail(Biller, { id: billerId });
  const today = order.asOf ?? localDate(ctx.clock.now(), biller.timeZone);
  const skipped = new Map<string, number>();
  let announced = 0;
  let texts = 0;
  for (let after = FIRST_ID; ; ) {
    const page = { after, limit: PAGE };
    const accountIds = await findAccountsToAnnounce(ctx.em.fork(), billerId, today, page);
    for (const accountId of accountIds) {
      const done = await tryToAnnounce(ctx, { biller, accountId, today, ...(askedAt && { askedAt }) });
      announced += done.bills;
      if (done.kind === 'texted') texts += 1;
      if (done.kind === 'skipped') skipped.set(done.reason, (skipped.get(done.reason) ?? 0) + 1);
    }
    const last = accountIds.at(-1);
    if (last === undefined || accountIds.length < PAGE) break;
    after = last;
  }
  return { announced, texts, skipped: [...skipped].map(([reason, count]) => ({ reason, count })) };
}

/** One account that cannot be announced keeps nobody behind it waiting; its bills are tried again the next time. */
async function tryToAnnounce(
  ctx: Ctx,
  order: { biller: Biller; accountId: string; today: string; askedAt?: Date },
): Promise<Announced> {
  try {
    return await inTransaction(ctx, (tx) => announceAccount(tx, order));
  } catch (error) {
    const kind = error instanceof Error ? error.name : 'unknown';
    ctx.log.warn({ accountId: order.accountId, error: kind }, 'an account could not be announced');
    return { kind: 'skipped', bills: 0, reason: 'FAILED' };
  }
}
