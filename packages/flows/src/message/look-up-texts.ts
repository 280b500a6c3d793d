import { Sender } from '@kvitt/db/biller/sender.entity';
import { Phone } from '@kvitt/db/customer/phone.entity';
import { claimUncertain } from '@kvitt/db/message/claim-uncertain';
import { Message } from '@kvitt/db/message/message.entity';
import type { LookUpAnswer } from '@kvitt/sms/sms-port';
import type { Ctx } from '../kit/context.ts';
import { oneByOne } from '../kit/one-by-one.ts';
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
 * By how much the clocks of our machines and the carrier's may differ. No more than that: the carrier lists a hundred texts
 * at the most, and from a busy number a longer time holds more, which proves nothing about any one of them.
 */
const CLOCKS_APART_MS = 15_000;

/**
 * A text that nobody could tell of for this long shows as failed: it is late for what it says, and is not sent again on a
 * guess. A report that comes after all still has the last word.
 */
const GIVE_UP_AFTER_MS = 15 * 60_000;

/**
 * Finds out what became of texts whose answer was lost, by looking at the carrier: found → sent; absent long enough →
 * back into the outbox, where it is checked again like any other; else looked for later, and in the end given up.
 * @returns how many texts were looked up
 */
export async function lookUpTexts(ctx: Ctx): Promise<number> {
  const now = ctx.clock.now();
  const texts = await claimUncertain(ctx.em.fork(), {
    now,
    abandonedBefore: new Date(now.getTime() - ABANDONED_AFTER_MS),
    lookAgainAt: new Date(now.getTime() + LOOK_AGAIN_MS),
  });
  await oneByOne(ctx, texts, (key) => lookUp(ctx, key));
  return texts.length;
}

async function lookUp(ctx: Ctx, key: { billerId: string; id: string }): Promise<void> {
  const em = ctx.em.fork();
  const text = await em.findOneOrFail(Message, key);
  const phone = await em.findOneOrFail(Phone, { billerId: key.billerId, id: text.phoneId });
  const sender = await em.findOneOrFail(Sender, { billerId: key.billerId, id: text.senderId });
  const claimedAt = text.claimedAt ?? text.createdAt;
  // What is absent was absent when we asked, however long this process stands still before it reads the answer.
  const askedAt = ctx.clock.now();
  const answer = await ctx.sms.lookUp(
    { messageId: text.id, from: sender.number, to: phone.e164, body: text.body },
    {
      from: new Date(claimedAt.getTime() - CLOCKS_APART_MS),
      until: new Date(claimedAt.getTime() + ABSENT_AFTER_MS),
      claimed: await findAccountedFor(em, text),
    },
  );
  const isClear = answer.kind !== 'found' || (await isOnlyCandidate(em, text, answer.vendorId));
  const change = afterLook(askedAt, text, isClear ? answer : { kind: 'unanswered', reason: 'a guess' });
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
    // What was handed over that much earlier may have been accepted within the window.
    claimedAt: {
      $gte: new Date(claimedMs - ABSENT_AFTER_MS - 2 * CLOCKS_APART_MS),
      $lte: new Date(claimedMs + ABSENT_AFTER_MS + CLOCKS_APART_MS),
    },
  });
  return others.flatMap((other) => other.vendorId ?? []);
}

/**
 * Whether what the carrier holds for this phone can only be this text. The carrier's list names no text and blanks out
 * most of a number, so with another text on its way or missing too, to this phone or one that looks like it, the record
 * may be that one's; its report will tell.
 */
async function isOnlyCandidate(em: Ctx['em'], text: Message, vendorId: string): Promise<boolean> {
  const { billerId, senderId, phoneId } = text;
  if (await em.findOne(Message, { billerId, vendorId, id: { $ne: text.id } })) return false;
  const claimedMs = (text.claimedAt ?? text.createdAt).getTime();
  const missing = await em.find(Message, {
    billerId,
    id: { $ne: text.id },
    senderId,
    state: { $in: ['sending', 'uncertain'] },
    vendorId: null,
    claimedAt: {
      $gte: new Date(claimedMs - ABSENT_AFTER_MS - CLOCKS_APART_MS),
      $lte: new Date(claimedMs + ABSENT_AFTER_MS + CLOCKS_APART_MS),
    },
  });
  const phones = await em.find(Phone, {
    billerId,
    id: { $in: [phoneId, ...missing.map((other) => other.phoneId)] },
  });
  const ours = phones.find(({ id }) => id === phoneId)?.e164 ?? '';
  const numbers = missing.map((other) => phones.find(({ id }) => id === other.phoneId)?.e164 ?? '');
  return !numbers.some((number) => looksLike(number, ours));
}

/** No carrier leaves less of a number than these ends of it. */
function looksLike(one: string, other: string): boolean {
  return one.slice(0, 3) === other.slice(0, 3) && one.slice(-2) === other.slice(-2);
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
  const missingMs = now.getTime() - (text.claimedAt ?? text.createdAt).getTime();
  if (answer.kind === 'unanswered') {
    return missingMs >= GIVE_UP_AFTER_MS
      ? { state: 'failed', sendAt: now, reason: 'ANSWER_LOST' }
      : undefined;
  }
  if (missingMs < ABSENT_AFTER_MS) return undefined;
  const state = isPastItsTime(text, now) ? 'failed' : 'queued';
  return { state, sendAt: now, reason: 'NEVER_ARRIVED' };
}
