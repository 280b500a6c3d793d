import type { Sender } from '@kvitt/db/biller/sender.entity';
import { claimTexts } from '@kvitt/db/message/claim-texts';
import { type ClaimedText, loadClaimed } from '@kvitt/db/message/load-claimed';
import { Message } from '@kvitt/db/message/message.entity';
import { STOP_CONFIRMATIONS } from '@kvitt/domain/consent/may-text';
import { checkText } from '@kvitt/domain/message/check-text';
import type { SendAnswer } from '@kvitt/sms/sms-port';
import type { Ctx, TxCtx } from '../kit/context.ts';
import { inTransaction } from '../kit/in-transaction.ts';
import { makeLink } from '../session/make-link.ts';
import { isPastItsTime } from './is-past-its-time.ts';

/** Texts that one dispatcher hands over at a time: the carrier takes 100 requests at once from an account. */
const BATCH = 50;

/** How long to leave the carrier alone before looking for a text whose answer was lost. */
const LOOK_AFTER_MS = 30_000;

/** The longest pause of our own between two tries, however often the carrier has turned a text away. */
const LONGEST_PAUSE_MS = 60_000;

/**
 * Sends what is due from one sender: claims a batch, checks each text again in the transaction that claims it, hands the
 * rest to the carrier and notes its answer. A text whose answer was lost becomes `uncertain` and is looked up, never
 * simply sent again.
 * @returns how many texts were taken from the outbox; 0 where none was due, or the sender's rate is used up
 */
export async function sendTexts(ctx: Ctx, sender: Sender): Promise<number> {
  const { taken, ready } = await inTransaction(ctx, async (tx) => {
    const ids = await claimTexts(tx.em, sender, tx.clock.now(), BATCH);
    const claimed = await loadClaimed(tx.em, sender.billerId, ids);
    return { taken: ids.length, ready: await prepare(tx, sender.billerId, claimed) };
  });
  await Promise.all(ready.map((text) => handOver(ctx, sender, text)));
  return taken;
}

/** The second check, and the links: both in the transaction that claims the texts. */
async function prepare(tx: TxCtx, billerId: string, claimed: ClaimedText[]): Promise<ClaimedText[]> {
  const ready: ClaimedText[] = [];
  for (const text of claimed) {
    const verdict = checkText(
      { ...text, isStopConfirmation: STOP_CONFIRMATIONS.includes(text.template ?? '') },
      tx.clock.now(),
    );
    if (verdict.kind === 'skip') {
      await tx.em.nativeUpdate(
        Message,
        { billerId, id: text.id },
        { state: 'skipped', reason: verdict.reason },
      );
    } else if (text.invoiceId && text.body.includes('{link}')) {
      const link = await makeLink(tx, { billerId, invoiceId: text.invoiceId, messageId: text.id });
      ready.push({ ...text, body: text.body.replaceAll('{link}', link) });
    } else {
      ready.push(text);
    }
  }
  return ready;
}

async function handOver(ctx: Ctx, sender: Sender, text: ClaimedText): Promise<void> {
  const answer = await ctx.sms.send({
    messageId: text.id,
    from: sender.number,
    to: text.to,
    body: text.body,
  });
  const key = { billerId: sender.billerId, id: text.id };
  // A report may have come in before this answer did; then it has said more already.
  const stillSending = { ...key, state: { $in: ['sending' as const, 'uncertain' as const] } };
  const em = ctx.em.fork();
  if (answer.kind === 'accepted') {
    const sent = { vendorId: answer.vendorId, sentAt: ctx.clock.now() };
    // Also one that was taken for lost while this process stood still, and waits in the outbox again.
    const stillOurs = {
      ...key,
      state: { $in: ['sending' as const, 'uncertain' as const, 'queued' as const] },
    };
    const wasSending = await em.nativeUpdate(Message, stillOurs, {
      state: 'sent',
      reason: null,
      ...sent,
    });
    if (!wasSending) await em.nativeUpdate(Message, { ...key, vendorId: null }, sent);
    return;
  }
  await em.nativeUpdate(Message, stillSending, afterTrouble(ctx.clock.now(), text, answer));
  ctx.log.warn({ messageId: text.id, answer: answer.kind }, 'the carrier did not take a text');
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
  if (answer.kind === 'throttled' && !isPastItsTime(text, now)) {
    const pauseMs = Math.min(LONGEST_PAUSE_MS, 1_000 * 2 ** text.attempts);
    return { state: 'queued', sendAt: inMs(Math.max(pauseMs, answer.retryAfterMs)), reason: 'THROTTLED' };
  }
  return { state: 'failed', reason: answer.kind === 'refused' ? 'CARRIER_REFUSED' : 'THROTTLED' };
}
