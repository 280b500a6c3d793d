import { Sender } from '@kvitt/db/biller/sender.entity';
import { Phone } from '@kvitt/db/customer/phone.entity';
import { claimUncertain } from '@kvitt/db/message/claim-uncertain';
import { Message } from '@kvitt/db/message/message.entity';
import type { LookUpAnswer } from '@kvitt/sms/sms-port';
import type { Ctx } from '../kit/context.ts';
import { isPastItsTime } from './is-past-its-time.ts';

/** A text claimed this long ago whose process never noted an answer: the process is gone. */
const ABANDONED_AFTER_MS = 60_000;

/** How long until the next look where the carrier did not answer, or a text may still turn up. */
const LOOK_AGAIN_MS = 60_000;

/**
 * When "the carrier does not have it" may be believed: our own call ends after 8 s, and the carrier's list can lag.
 */
const ABSENT_AFTER_MS = 120_000;

/**
 * Finds out what became of texts whose answer was lost, by looking at the carrier: found → sent; absent long enough →
 * back into the outbox, where it is checked again like any other; else looked for later.
 * @returns how many texts were looked up
 */
export async function lookUpTexts(ctx: Ctx): Promise<number> {
  const now = ctx.clock.now();
  const texts = await claimUncertain(ctx.em.fork(), {
    now,
    abandonedBefore: new Date(now.getTime() - ABANDONED_AFTER_MS),
    lookAgainAt: new Date(now.getTime() + LOOK_AGAIN_MS),
  });
  for (const key of texts) await lookUp(ctx, key);
  return texts.length;
}

async function lookUp(ctx: Ctx, key: { billerId: string; id: string }): Promise<void> {
  const em = ctx.em.fork();
  const text = await em.findOneOrFail(Message, key);
  const phone = await em.findOneOrFail(Phone, { billerId: key.billerId, id: text.phoneId });
  const sender = await em.findOneOrFail(Sender, { billerId: key.billerId, id: text.senderId });
  const claimedAt = text.claimedAt ?? text.createdAt;
  const answer = await ctx.sms.lookUp(
    { messageId: text.id, from: sender.number, to: phone.e164, body: text.body },
    {
      from: new Date(claimedAt.getTime() - 5_000),
      until: new Date(claimedAt.getTime() + ABSENT_AFTER_MS),
      claimed: await findAccountedFor(em, text),
    },
  );
  const change = afterLook(ctx.clock.now(), text, answer);
  if (change) await em.nativeUpdate(Message, { ...key, state: 'uncertain' }, change);
  ctx.log.info({ messageId: text.id, answer: answer.kind }, 'looked for a text whose answer was lost');
}

/** The carrier's ids of what else this sender sent around then: none of those is the text that is missing. */
async function findAccountedFor(em: Ctx['em'], text: Message): Promise<string[]> {
  const claimedMs = (text.claimedAt ?? text.createdAt).getTime();
  const others = await em.find(Message, {
    billerId: text.billerId,
    senderId: text.senderId,
    direction: 'out',
    vendorId: { $ne: null },
    claimedAt: { $gte: new Date(claimedMs - 60_000), $lte: new Date(claimedMs + ABSENT_AFTER_MS) },
  });
  return others.flatMap((other) => other.vendorId ?? []);
}

function afterLook(
  now: Date,
  text: Message,
  answer: LookUpAnswer,
):
  | { state: 'sent'; vendorId: string; sentAt: Date; reason: null }
  | { state: 'queued' | 'failed'; sendAt: Date; reason: string }
  | undefined {
  if (answer.kind === 'found') {
    return { state: 'sent', vendorId: answer.vendorId, sentAt: now, reason: null };
  }
  const isBelievable = now.getTime() - (text.claimedAt?.getTime() ?? 0) >= ABSENT_AFTER_MS;
  if (answer.kind === 'unanswered' || !isBelievable) return undefined;
  const state = isPastItsTime(text, now) ? 'failed' : 'queued';
  return { state, sendAt: now, reason: 'NEVER_ARRIVED' };
}
