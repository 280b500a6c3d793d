import { readIntent } from '@kvitt/domain/conversation/read-intent';
import { type Flow, transaction } from '../kernel/flow.ts';
import type { Ctx } from '../world.ts';
import { changeConsent } from './change-consent.ts';

/** A text as the carrier's webhook brings it. */
export interface InboundText {
  vendorId: string;
  phone: string;
  body: string;
  carrierIntent: 'optout' | 'optin' | null;
}

/** As packages/flows/src/conversation/receive-text.ts: the row, the STOP and the job, in one transaction. */
export function* receiveText(ctx: Ctx, text: InboundText): Flow<void> {
  const { store, mutant } = ctx;
  yield* transaction(() => {
    const now = ctx.now();
    const id = ctx.nextId();
    const key = mutant === 'no webhook dedupe' ? id : text.vendorId;
    // The unique index message_vendor: a vendor's id names one text.
    const isNew = store.insert(store.inbound, key, id);
    if (!isNew) return;
    store.insert(store.messages, id, {
      id,
      phone: text.phone,
      direction: 'in',
      body: text.body,
      state: 'received',
      purpose: 'reply',
      template: '',
      cause: null,
      askedAt: null,
      invoiceId: null,
      statedMinor: null,
      sendAt: now,
      sendBefore: null,
      attempts: 0,
      claimedAt: null,
      vendorId: text.vendorId,
      reportSequence: null,
      outcome: null,
      outcomes: 0,
      carrierIntent: text.carrierIntent,
      reason: null,
      createdAt: now,
    });
    const isStop = readsAsStop(text);
    ctx.diary.intakes.push({ vendorId: text.vendorId, phone: text.phone, isStop, at: ctx.kernel.now() });
    if (mutant !== 'STOP left to the job') honourStop(ctx, text);
    ctx.enqueue('conversation.answer', id);
    ctx.bells.inbound.ring();
  });
}

/** Wordings that end the texts at once, as in the flow. */
const STOPPING: readonly string[] = ['opt-out', 'cease', 'wrong-party'];

export function honourStop(ctx: Ctx, text: Pick<InboundText, 'phone' | 'body' | 'carrierIntent'>): void {
  if (readsAsStop(text)) changeConsent(ctx, text.phone, 'revoked');
}

function readsAsStop(text: Pick<InboundText, 'body' | 'carrierIntent'>): boolean {
  return text.carrierIntent === 'optout' || STOPPING.includes(readOnce(text.body).kind);
}

const read = new Map<string, ReturnType<typeof readIntent>>();

/** The same few texts are said in every run, and reading one is by far the slowest step of it. */
export function readOnce(body: string): ReturnType<typeof readIntent> {
  const known = read.get(body);
  if (known) return known;
  const intent = readIntent(body);
  read.set(body, intent);
  return intent;
}
