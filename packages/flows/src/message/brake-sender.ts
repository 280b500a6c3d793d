import { Sender } from '@kvitt/db/biller/sender.entity';
import type { SendAnswer } from '@kvitt/sms/sms-port';
import { sql } from 'kysely';
import type { Ctx } from '../kit/context.ts';

/**
 * So many texts in a row without an answer are no accident but an outage. Each of them has to be looked for at the
 * carrier, whose list tells of a hundred texts at the most: past that nobody could say what became of them.
 */
const UNKNOWN_IN_A_ROW = 20;

/** How long nothing is handed over then; after it one text finds out whether the carrier answers again. */
const BRAKE_MS = 60_000;

/**
 * Puts a sender's brake on where the carrier has not answered for a while, and takes it off with the first answer.
 * @param answers what the carrier said to a batch; undefined where it was not asked
 */
export async function brakeSender(
  ctx: Ctx,
  sender: Sender,
  answers: readonly (SendAnswer['kind'] | undefined)[],
): Promise<void> {
  const heard = answers.filter((answer) => answer !== undefined);
  if (heard.length === 0) return;
  const key = { billerId: sender.billerId, id: sender.id };
  const isAnswered = heard.some((answer) => answer !== 'unknown');
  if (!isAnswered) {
    await countUnknown(ctx, key, heard.length);
    return;
  }
  if (sender.unknownStreak === 0) return;
  await ctx.em.fork().nativeUpdate(Sender, key, { unknownStreak: 0, brakedUntil: null });
  if (sender.brakedUntil)
    ctx.log.info({ senderId: sender.id }, 'the carrier answers again: the brake is off');
}

async function countUnknown(ctx: Ctx, key: { billerId: string; id: string }, count: number): Promise<void> {
  const until = new Date(ctx.clock.now().getTime() + BRAKE_MS).toISOString();
  const { rows } = await sql<{ streak: number; isBraked: boolean }>`
    update sender set unknown_streak = unknown_streak + ${count},
      braked_until = case when unknown_streak + ${count} >= ${UNKNOWN_IN_A_ROW} then ${until}::timestamptz else braked_until end
    where biller_id = ${key.billerId} and id = ${key.id}
    returning unknown_streak as streak, unknown_streak >= ${UNKNOWN_IN_A_ROW} as "isBraked"`.execute(
    ctx.em.fork().getKysely(),
  );
  const [row] = rows;
  if (!row?.isBraked) return;
  ctx.log.warn(
    {
      alarm: 'carrier-silent',
      metric: 'sender_braked',
      senderId: key.id,
      unanswered: row.streak,
      seconds: BRAKE_MS / 1_000,
    },
    'the carrier does not answer: nothing is handed over from this number for a while',
  );
}
