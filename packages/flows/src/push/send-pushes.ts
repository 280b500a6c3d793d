import { type ClaimedNote, claimPushNotes } from '@kvitt/db/push/claim-push-notes';
import { notePushOutcome, type PushOutcome } from '@kvitt/db/push/note-push-outcome';
import { PushSubscription } from '@kvitt/db/push/push-subscription.entity';
import { writePushNote } from '@kvitt/domain/push/write-push-note';
import type { PushAnswer, PushPort } from '@kvitt/push/push-port';
import type { Ctx, TxCtx } from '../kit/context.ts';
import { inTransaction } from '../kit/in-transaction.ts';
import { makeLinks } from '../session/make-links.ts';

const BATCH = 20;
/** Longer than a push service may take: what is not answered by then is sent again, and shown once all the same. */
const LEASE_MS = 60_000;
/** How long a service keeps a note for a browser that is away: what it says is in the text as well. */
const TTL_SECONDS = 4 * 3_600;
const MOST_TRIES = 6;

/**
 * Sends the notes that are due: claims a batch, drops what has become untrue or unwanted since its text went out, makes
 * their links, and hands the rest to the browsers' push services. A browser that is gone is not tried again.
 * @returns how many notes were taken up; 0 without keys of ours
 */
export async function sendPushes(ctx: Ctx): Promise<number> {
  const { push } = ctx;
  if (!push) return 0;
  const { taken, ready } = await inTransaction(ctx, async (tx) => {
    const now = tx.clock.now();
    const leaseUntil = new Date(now.getTime() + LEASE_MS);
    const claimed = await claimPushNotes(tx.em, { now, leaseUntil, limit: BATCH });
    const wanted: ClaimedNote[] = [];
    for (const note of claimed) {
      const why = whyNot(note);
      if (why === undefined) wanted.push(note);
      else await notePushOutcome(tx.em, note, { state: 'skipped', reason: why });
    }
    const links = await makeLinks(tx, wanted);
    return { taken: claimed.length, ready: wanted.map((note, at) => ({ note, url: links[at] ?? '' })) };
  });
  await Promise.all(ready.map(({ note, url }) => handOver(ctx, push, note, url)));
  return taken;
}

/** The second check, as a text has one: since its text went out the customer may have paid, stopped or signed out. */
function whyNot(note: ClaimedNote): string | undefined {
  if (note.isUnwanted) return 'UNWANTED';
  if (note.isTooLate) return 'TOO_LATE';
  return note.kind === 'bill' && note.dueMinor <= 0 ? 'PAID' : undefined;
}

async function handOver(ctx: Ctx, push: PushPort, note: ClaimedNote, url: string): Promise<void> {
  const { endpoint, p256dh, auth, kind, brand, language } = note;
  const words = writePushNote({ kind, brand, language, url, tag: `${kind}-${note.messageId}` });
  const payload = JSON.stringify(words);
  const answer = await push.send({ endpoint, p256dh, auth, payload, ttlSeconds: TTL_SECONDS });
  await inTransaction(ctx, (tx) => record(tx, note, answer));
  if (answer.kind === 'refused') {
    ctx.log.warn({ noteId: note.id, status: answer.status }, 'a push service refused a note');
  }
}

async function record(tx: TxCtx, note: ClaimedNote, answer: PushAnswer): Promise<void> {
  const now = tx.clock.now();
  await notePushOutcome(tx.em, note, read(answer, note.attempts, now));
  if (answer.kind !== 'gone') return;
  const which = { billerId: note.billerId, id: note.subscriptionId, endedAt: null };
  await tx.em.nativeUpdate(PushSubscription, which, { endedAt: now, endedWhy: 'gone' });
}

function read(answer: PushAnswer, attempts: number, now: Date): PushOutcome {
  switch (answer.kind) {
    case 'accepted':
      return { state: 'sent', reason: null, sentAt: now };
    case 'gone':
      return { state: 'skipped', reason: 'GONE' };
    case 'refused':
      return { state: 'failed', reason: `REFUSED_${answer.status}` };
    case 'throttled':
      if (attempts >= MOST_TRIES) return { state: 'failed', reason: 'THROTTLED' };
      return {
        state: 'queued',
        reason: 'THROTTLED',
        sendAt: new Date(now.getTime() + answer.retryAfterMs * 2 ** (attempts - 1)),
      };
  }
}
