import { call, type Flow, transaction } from '../kernel/flow.ts';
import type { MessageRow } from '../rows.ts';
import type { Ctx } from '../world.ts';

/** As in the flow. */
const ABANDONED_AFTER_MS = 60_000;
const LOOK_AGAIN_MS = 60_000;
const ABSENT_AFTER_MS = 120_000;
const CLOCKS_APART_MS = 15_000;
const GIVE_UP_AFTER_MS = 15 * 60_000;
const CARRIER_TIMEOUT_MS = 8_000;
const AT_ONCE = 20;

/** As packages/flows/src/message/look-up-texts.ts: what became of texts whose answer was lost. */
export function* lookUpTexts(ctx: Ctx): Flow<number> {
  const due = yield* transaction(() => claimUncertain(ctx));
  for (const id of due) yield* lookUp(ctx, id);
  return due.length;
}

/** As packages/db/src/message/claim-uncertain.ts. */
function claimUncertain(ctx: Ctx): string[] {
  const now = ctx.now();
  const due = ctx.store
    .outbox()
    .filter(
      (text) =>
        (text.state === 'uncertain' && text.sendAt <= now) ||
        (text.state === 'sending' && (text.claimedAt ?? 0) <= now - ABANDONED_AFTER_MS),
    )
    .slice(0, AT_ONCE);
  for (const text of due) ctx.store.update(text, { state: 'uncertain', sendAt: now + LOOK_AGAIN_MS });
  return due.map(({ id }) => id);
}

function* lookUp(ctx: Ctx, id: string): Flow<void> {
  const { text, claimed } = yield* transaction(() => ({
    text: { ...(ctx.store.messages.get(id) as MessageRow) },
    claimed: accountedFor(ctx),
  }));
  const claimedAt = text.claimedAt ?? text.createdAt;
  const askedAt = ctx.now();
  const listed = yield* call<string[] | 'unanswered'>(
    (hear) => ctx.carrier.list(text.phone, claimedAt - CLOCKS_APART_MS, claimedAt + ABSENT_AFTER_MS, hear),
    ctx.mutant === 'no timeout' ? undefined : CARRIER_TIMEOUT_MS,
    'unanswered',
  );
  // As the adapter, packages/sms/src/plivo/look-up-message.ts: one record left over is it, several prove nothing.
  const left = listed === 'unanswered' ? [] : listed.filter((vendorId) => !claimed.has(vendorId));
  const isUnanswered = listed === 'unanswered' || left.length > 1;
  yield* transaction(() => afterLook(ctx, id, askedAt, isUnanswered ? 'unanswered' : left[0]));
}

function accountedFor(ctx: Ctx): Set<string> {
  return new Set(ctx.store.outbox().flatMap(({ vendorId }) => vendorId ?? []));
}

/** @param found the carrier's id of the only record that is left, undefined where there is none */
function afterLook(ctx: Ctx, id: string, askedAt: number, found: string | 'unanswered' | undefined): void {
  const { store } = ctx;
  const text = store.messages.get(id) as MessageRow;
  if (text.state !== 'uncertain') return;
  const missingMs = askedAt - (text.claimedAt ?? text.createdAt);
  const isGuess = found !== undefined && found !== 'unanswered' && !isOnlyCandidate(ctx, text, found);
  if (found === 'unanswered' || isGuess) {
    if (missingMs >= GIVE_UP_AFTER_MS) store.update(text, { state: 'failed', reason: 'ANSWER_LOST' });
    return;
  }
  if (found !== undefined) {
    store.update(text, { state: 'sent', vendorId: found, reason: null });
    return;
  }
  if (missingMs < ABSENT_AFTER_MS) return;
  store.update(text, { state: 'queued', sendAt: askedAt, reason: 'NEVER_ARRIVED' });
  ctx.bells.outbox.ring();
}

function isOnlyCandidate(ctx: Ctx, text: MessageRow, vendorId: string): boolean {
  const claimedAt = text.claimedAt ?? text.createdAt;
  return !ctx.store.outbox().some((other) => {
    if (other.id === text.id) return false;
    if (other.vendorId === vendorId) return true;
    const isMissing = ['sending', 'uncertain'].includes(other.state) && other.vendorId === null;
    const isNear = Math.abs((other.claimedAt ?? 0) - claimedAt) <= ABSENT_AFTER_MS + CLOCKS_APART_MS;
    return isMissing && isNear && ctx.carrier.looksLike(other.phone, text.phone);
  });
}
