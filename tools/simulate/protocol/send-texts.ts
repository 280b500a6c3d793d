import { checkText } from '@kvitt/domain/message/check-text';
import { call, type Flow, together, transaction } from '../kernel/flow.ts';
import type { MessageRow } from '../rows.ts';
import type { SendAnswer } from '../vendors/carrier.ts';
import type { Ctx } from '../world.ts';
import { findRefusal } from './find-refusal.ts';
import { receivable } from './load-dialog.ts';
import { forgetGuess } from './record-delivery.ts';

/** As in the flow, and in the adapter that it calls. */
const BATCH = 50;
const LOOK_AFTER_MS = 30_000;
const CARRIER_TIMEOUT_MS = 8_000;
const HAND_OVER_WITHIN_MS = 15_000;
const LONGEST_PAUSE_MS = 60_000;

/** As packages/flows/src/message/send-texts.ts: claimed and checked in one transaction, handed over after it. */
export function* sendTexts(ctx: Ctx): Flow<number> {
  const { claimed, ready } =
    ctx.mutant === 'claim in two steps'
      ? yield* claimInTwoSteps(ctx)
      : yield* transaction(() => claimAndCheck(ctx, due(ctx)));
  yield* together(ready.map((text) => handOver(ctx, text)));
  return claimed.length;
}

function due(ctx: Ctx): string[] {
  const now = ctx.now();
  return ctx.store
    .outbox()
    .filter((text) => text.state === 'queued' && text.sendAt <= now)
    .sort((one, other) => one.sendAt - other.sendAt)
    .slice(0, BATCH)
    .map(({ id }) => id);
}

interface Claimed {
  claimed: string[];
  ready: MessageRow[];
}

/** As packages/db/src/message/claim-texts.ts, and the second check in the same transaction. */
function claimAndCheck(ctx: Ctx, ids: readonly string[]): Claimed {
  for (const id of ids) {
    const text = ctx.store.messages.get(id) as MessageRow;
    ctx.store.update(text, { state: 'sending', attempts: text.attempts + 1, claimedAt: ctx.now() });
  }
  if (ids.length > 0) ctx.bells.missing.ring();
  const ready = ids.filter((id) => isStillRight(ctx, id));
  for (const id of ready) {
    const { invoiceId } = ctx.store.messages.get(id) as MessageRow;
    const dueMinor = invoiceId === null ? null : receivable(ctx, invoiceId);
    ctx.diary.claims.set(id, { at: ctx.kernel.now(), dueMinor });
  }
  return { claimed: [...ids], ready: ready.map((id) => ({ ...(ctx.store.messages.get(id) as MessageRow) })) };
}

function* claimInTwoSteps(ctx: Ctx): Flow<Claimed> {
  const ids = yield* transaction(() => due(ctx));
  return yield* transaction(() => claimAndCheck(ctx, ids));
}

function isStillRight(ctx: Ctx, id: string): boolean {
  const { store } = ctx;
  const text = store.messages.get(id) as MessageRow;
  if (ctx.mutant === 'no second check') return true;
  const consent = store.consents.get(text.phone);
  const verdict = checkText(
    {
      statedMinor: text.statedMinor,
      dueMinor: text.invoiceId === null ? null : receivable(ctx, text.invoiceId),
      sendBefore: text.sendBefore === null ? null : new Date(text.sendBefore),
    },
    new Date(ctx.now()),
  );
  const refusal = verdict.kind === 'skip' ? verdict.reason : findRefusal(text, consent, ctx.now());
  if (refusal === undefined) return true;
  store.update(text, { state: 'skipped', reason: refusal });
  return false;
}

function* handOver(ctx: Ctx, text: MessageRow): Flow<void> {
  const { id: messageId, phone, body } = text;
  const isLate = ctx.now() - (text.claimedAt ?? 0) > HAND_OVER_WITHIN_MS;
  if (isLate && ctx.mutant !== 'late hand-over') {
    yield* transaction(() => putBack(ctx, text));
    return;
  }
  const timeoutMs = ctx.mutant === 'no timeout' ? undefined : CARRIER_TIMEOUT_MS;
  const lost: SendAnswer = { kind: 'unknown' };
  const answer = yield* call<SendAnswer>(
    (hear) => ctx.carrier.send({ messageId, phone, body }, hear),
    timeoutMs,
    lost,
  );
  yield* transaction(() => note(ctx, text, answer));
}

/** Only while the claim is still this one: meanwhile the text may have been taken for lost, and claimed by another. */
function isStillClaimed(text: MessageRow, claimed: MessageRow): boolean {
  return ['sending', 'uncertain'].includes(text.state) && text.claimedAt === claimed.claimedAt;
}

function putBack(ctx: Ctx, claimed: MessageRow): void {
  const text = ctx.store.messages.get(claimed.id) as MessageRow;
  if (!isStillClaimed(text, claimed)) return;
  ctx.store.update(text, { state: 'queued', sendAt: ctx.now(), reason: 'NOT_HANDED_OVER' });
  ctx.bells.outbox.ring();
}

function note(ctx: Ctx, claimed: MessageRow, answer: SendAnswer): void {
  const { store } = ctx;
  const text = store.messages.get(claimed.id) as MessageRow;
  const now = ctx.now();
  if (answer.kind === 'accepted') {
    // As packages/flows/src/message/note-accepted.ts: a look-up may have guessed that this id is another text's.
    forgetGuess(ctx, answer.vendorId, text.id);
    if (['sending', 'uncertain', 'queued'].includes(text.state)) {
      store.update(text, { state: 'sent', vendorId: answer.vendorId, reason: null });
    } else if (text.vendorId === null) store.update(text, { vendorId: answer.vendorId });
    return;
  }
  if (!isStillClaimed(text, claimed)) return;
  if (answer.kind === 'unknown' && ctx.mutant !== 'send again blindly') {
    store.update(text, { state: 'uncertain', sendAt: now + LOOK_AFTER_MS, reason: 'ANSWER_LOST' });
    ctx.bells.missing.ring();
  } else {
    const pauseMs = Math.min(LONGEST_PAUSE_MS, 1_000 * 2 ** text.attempts);
    store.update(text, { state: 'queued', sendAt: now + pauseMs, reason: 'THROTTLED' });
    ctx.bells.outbox.ring();
  }
}
