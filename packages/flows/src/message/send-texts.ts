import type { Sender } from '@kvitt/db/biller/sender.entity';
import { claimTexts } from '@kvitt/db/message/claim-texts';
import { type ClaimedText, loadClaimed } from '@kvitt/db/message/load-claimed';
import type { Accepted } from '@kvitt/db/message/mark-accepted';
import { Message } from '@kvitt/db/message/message.entity';
import { findMoot } from '@kvitt/db/reminder/find-moot';
import { checkText, type SkipReason } from '@kvitt/domain/message/check-text';
import type { SendAnswer } from '@kvitt/sms/sms-port';
import { mirrorCarrierStop } from '../consent/mirror-carrier-stop.ts';
import { wantPerson } from '../conversation/want-person.ts';
import { tellFeeAnew } from '../invoice/tell-fee-anew.ts';
import type { Ctx, TxCtx } from '../kit/context.ts';
import { inBatches } from '../kit/in-batches.ts';
import { inTransaction } from '../kit/in-transaction.ts';
import { queuePushes } from '../push/queue-pushes.ts';
import { makeLinks } from '../session/make-links.ts';
import { brakeSender } from './brake-sender.ts';
import { type DecidedText, decideTexts, keepDecisions } from './decide-texts.ts';
import { findSecondAsks } from './find-second-asks.ts';
import { isPastItsTime } from './is-past-its-time.ts';
import { noteAccepted } from './note-accepted.ts';

/** Texts that one dispatcher hands over at a time: the carrier takes 100 requests at once from an account. */
const BATCH = 50;

/** How long to leave the carrier alone before looking for a text whose answer was lost. */
const LOOK_AFTER_MS = 30_000;

/**
 * A process that stood still for longer than this between claiming a text and handing it over must not do so any more: by
 * then its check is old, and others take the text for lost. Far above any ordinary pause.
 */
const HAND_OVER_WITHIN_MS = 15_000;

/** The longest pause of our own between two tries, however often the carrier has turned a text away. */
const LONGEST_PAUSE_MS = 60_000;

/**
 * Sends what is due from one sender: claims a batch, checks each text again in the transaction that claims it, hands the
 * rest to the carrier and notes its answer. A text whose answer was lost becomes `uncertain` and is looked up, never
 * simply sent again.
 * @param onFull told once a full batch has been claimed and checked, before the carrier is asked: more may be due
 * @returns how many texts were taken from the outbox; 0 where none was due, or the sender's rate is used up
 */
export async function sendTexts(ctx: Ctx, sender: Sender, onFull?: () => void): Promise<number> {
  // After a brake one text finds out whether the carrier answers again.
  const limit = sender.brakedUntil ? 1 : BATCH;
  const { taken, ready, claimedAt } = await inTransaction(ctx, async (tx) => {
    const now = tx.clock.now();
    const ids = await claimTexts(tx.em, sender, now, limit);
    if (ids.length === 0) return { taken: 0, ready: [], claimedAt: now };
    const claimed = await loadClaimed(tx.em, sender.billerId, ids);
    return { taken: ids.length, ready: await prepare(tx, sender, claimed), claimedAt: now };
  });
  if (taken === BATCH) onFull?.();
  const note = inBatches<Accepted>((accepted) => noteAccepted(ctx, sender.billerId, accepted));
  const answers = await Promise.all(ready.map((text) => handOver(ctx, sender, { ...text, claimedAt }, note)));
  await brakeSender(ctx, sender, answers);
  return taken;
}

/**
 * The second check, and the links: all in the transaction that claims the texts. A text that has become untrue is skipped;
 * of the others the contact policy says which may go now, which wait for a later minute, which not at all, and which a
 * person has to look at. Each decision is kept.
 */
async function prepare(tx: TxCtx, sender: Sender, claimed: ClaimedText[]): Promise<ClaimedText[]> {
  const { billerId } = sender;
  const wanted: ClaimedText[] = [];
  const ids = claimed.map(({ id }) => id);
  const moot = await findMoot(tx.em, billerId, ids);
  for (const text of claimed) {
    const verdict = checkText({ ...text, moot: moot.get(text.id) }, tx.clock.now());
    if (verdict.kind === 'send') wanted.push(text);
    else await skip(tx, billerId, text, verdict.reason);
  }
  const open = wanted.map((text) => ({ ...text, from: sender.number, template: text.template ?? '' }));
  const decided = await decideTexts(tx, billerId, open);
  await keepDecisions(tx, { billerId, phase: 'claimed' }, decided);
  const ready: ClaimedText[] = [];
  for (const [at, text] of wanted.entries()) {
    const decision = decided[at];
    const isPersonsWord = decision?.decision === 'REVIEW' && text.isReleased;
    if (decision?.decision === 'ALLOW' || isPersonsWord) ready.push(text);
    else if (decision) await obey(tx, billerId, text, decision);
  }
  const going = await putOffSecondAsks(tx, billerId, ready);
  await queuePushes(tx, billerId, going);
  return addLinks(tx, billerId, going);
}

/** A fee that was told in an amount that is not true any more is told in the one that is. */
async function skip(tx: TxCtx, billerId: string, { id }: ClaimedText, reason: SkipReason): Promise<void> {
  await putAway(tx, billerId, id, { state: 'skipped', reason });
  if (reason === 'AMOUNT_CHANGED') await tellFeeAnew(tx, { billerId, id });
}

/** A day has one text that asks for money: the others wait for the next, or are written anew where they are of this day alone. */
async function putOffSecondAsks(tx: TxCtx, billerId: string, texts: ClaimedText[]): Promise<ClaimedText[]> {
  const second = await findSecondAsks(tx, billerId, texts);
  for (const { id, sendBefore, attempts } of texts) {
    const morning = second.get(id);
    if (!morning) continue;
    const reason = 'ONE_A_DAY';
    const waiting = {
      state: 'queued',
      sendAt: morning,
      deferredUntil: morning,
      attempts: attempts - 1,
    } as const;
    const isOver = sendBefore !== null && sendBefore <= morning;
    await putAway(tx, billerId, id, { reason, ...(isOver ? { state: 'skipped' } : waiting) });
  }
  return texts.filter(({ id }) => !second.has(id));
}

/** Puts back, or away, a text that may not go now; being looked at was no try. */
async function obey(tx: TxCtx, billerId: string, text: ClaimedText, decided: DecidedText): Promise<void> {
  const reason = decided.reasons[0] ?? decided.decision;
  if (decided.nextAllowedAt !== null) {
    const sendAt = new Date(decided.nextAllowedAt);
    const attempts = text.attempts - 1;
    await putAway(tx, billerId, text.id, {
      state: 'queued',
      reason,
      sendAt,
      deferredUntil: sendAt,
      attempts,
    });
    return;
  }
  if (decided.decision === 'DENY') {
    await putAway(tx, billerId, text.id, { state: 'skipped', reason });
    return;
  }
  await putAway(tx, billerId, text.id, { state: 'held', reason });
  await wantPerson(tx, { billerId, conversationId: text.conversationId }, 'text-held');
}

async function putAway(
  tx: TxCtx,
  billerId: string,
  id: string,
  change: {
    state: 'skipped' | 'held' | 'queued';
    reason: string;
    sendAt?: Date;
    deferredUntil?: Date;
    attempts?: number;
  },
): Promise<void> {
  await tx.em.nativeUpdate(Message, { billerId, id }, change);
}

/** Puts the address of its bill into each text that leaves room for one. */
async function addLinks(tx: TxCtx, billerId: string, texts: ClaimedText[]): Promise<ClaimedText[]> {
  const orders = texts.flatMap(({ id, invoiceId, body }) =>
    invoiceId && body.includes('{link}') ? { billerId, invoiceId, messageId: id } : [],
  );
  const links = await makeLinks(tx, orders);
  const linkOf = new Map(orders.map(({ messageId }, at) => [messageId, links[at] ?? '']));
  return texts.map((text) => {
    const link = linkOf.get(text.id);
    return link === undefined ? text : { ...text, body: text.body.replaceAll('{link}', link) };
  });
}

/** @returns what the carrier said; undefined where it was not asked */
async function handOver(
  ctx: Ctx,
  sender: Sender,
  text: ClaimedText & { claimedAt: Date },
  note: (accepted: Accepted) => Promise<void>,
): Promise<SendAnswer['kind'] | undefined> {
  const key = { billerId: sender.billerId, id: text.id };
  const state = { $in: ['sending' as const, 'uncertain' as const] };
  // A report may have come in before this answer did, and said more already; or the text was taken for lost while this
  // process stood still, and is in the hands of another.
  const stillClaimed = { ...key, state, claimedAt: text.claimedAt };
  const sinceClaimMs = ctx.clock.now().getTime() - text.claimedAt.getTime();
  if (sinceClaimMs > HAND_OVER_WITHIN_MS) {
    const again = { state: 'queued' as const, sendAt: ctx.clock.now(), reason: 'NOT_HANDED_OVER' };
    await ctx.em.fork().nativeUpdate(Message, stillClaimed, again);
    return undefined;
  }
  const answer = await ctx.sms.send({
    messageId: text.id,
    from: sender.number,
    to: text.to,
    body: text.body,
  });
  if (answer.kind === 'accepted') {
    await note({ id: text.id, vendorId: answer.vendorId, sentAt: ctx.clock.now() });
    return answer.kind;
  }
  const change = afterTrouble(ctx.clock.now(), text, answer);
  await inTransaction(ctx, async (tx) => {
    const noted = await tx.em.nativeUpdate(Message, stillClaimed, change);
    const isStopped = answer.kind === 'refused' && answer.failure === 'opted-out';
    if (isStopped && noted > 0) await mirrorStop(tx, key);
  });
  ctx.log.warn({ messageId: text.id, answer: answer.kind }, 'the carrier did not take a text');
  return answer.kind;
}

/** The carrier knows of a STOP that we do not: it is ours from now on, and takes away what else waits. */
async function mirrorStop(tx: TxCtx, key: { billerId: string; id: string }): Promise<void> {
  const text = await tx.em.findOneOrFail(Message, key);
  await mirrorCarrierStop(tx, text, undefined);
}

function afterTrouble(
  now: Date,
  text: ClaimedText,
  answer: Exclude<SendAnswer, { kind: 'accepted' }>,
): { state: 'uncertain' | 'queued' | 'failed'; sendAt?: Date; reason: string } {
  const inMs = (ms: number) => new Date(now.getTime() + ms);
  if (answer.kind === 'unknown') {
    return { state: 'uncertain', sendAt: inMs(LOOK_AFTER_MS), reason: 'ANSWER_LOST' };
  }
  if (answer.kind === 'refused' && answer.failure !== 'stop-sending') {
    return { state: 'failed', reason: 'CARRIER_REFUSED' };
  }
  // Without credit, or with a wrong key, nothing gets through: one morning's texts would all fail before anyone looks.
  const reason = answer.kind === 'throttled' ? 'THROTTLED' : 'CARRIER_STOPPED';
  if (isPastItsTime(text, now)) return { state: 'failed', reason };
  const pauseMs = Math.min(LONGEST_PAUSE_MS, 1_000 * 2 ** text.attempts);
  const askedMs = answer.kind === 'throttled' ? answer.retryAfterMs : 0;
  return { state: 'queued', sendAt: inMs(Math.max(pauseMs, askedMs)), reason };
}
