import type { OpenOffer } from '@kvitt/domain/conversation/dialog';
import type { DialogEffect, PayQuestion } from '@kvitt/domain/conversation/dialog-effects';
import type { Intent } from '@kvitt/domain/conversation/intent';
import { stepDialog } from '@kvitt/domain/conversation/step-dialog';
import { type Flow, transaction } from '../kernel/flow.ts';
import type { MessageRow } from '../rows.ts';
import type { Ctx } from '../world.ts';
import { changeConsent } from './change-consent.ts';
import { chargeInvoice } from './charge-invoice.ts';
import { loadDialog } from './load-dialog.ts';
import { performRefund } from './perform-refund.ts';
import { queueText } from './queue-text.ts';
import { honourStop, readOnce } from './receive-text.ts';
import { startPayment } from './start-payment.ts';
import { startUndo } from './start-undo.ts';

/** How often an answer is worked out anew, as in the flow. */
const TRIES = 3;

/** How long a question waits for its YES, as in packages/flows/src/conversation/ask-to-pay.ts. */
const ANSWER_WITHIN_MS = 600_000;

/** How late a STOP may be confirmed, as in packages/flows/src/conversation/say.ts. */
const CONFIRM_STOP_WITHIN_MS = 300_000;

/** What is left to do once the answer is committed. */
type FollowUp = { do: 'charge'; paymentId: string } | { do: 'refund'; refundId: string };

/** What an answer was decided on is no longer so. */
class StaleFacts extends Error {}

/** As packages/flows/src/conversation/answer-text.ts: one transaction decides and performs, the processor comes after it. */
export function* answerText(ctx: Ctx, messageId: string): Flow<void> {
  const next = yield* answerOnFreshFacts(ctx, messageId);
  if (next?.do === 'charge') yield* chargeInvoice(ctx, next.paymentId);
  if (next?.do === 'refund') yield* performRefund(ctx, next.refundId);
}

function* answerOnFreshFacts(ctx: Ctx, messageId: string): Flow<FollowUp | undefined> {
  for (let tries = 1; ; tries++) {
    try {
      return yield* transaction(() => answer(ctx, messageId));
    } catch (error) {
      if (!(error instanceof StaleFacts) || tries === TRIES) throw error;
    }
  }
}

function answer(ctx: Ctx, messageId: string): FollowUp | undefined {
  const { store } = ctx;
  const text = store.messages.get(messageId) as MessageRow;
  if (ctx.mutant === 'STOP left to the job') honourStop(ctx, text);
  if (text.outcome !== null) return undefined;
  const step = stepDialog(intentOf(text), loadDialog(ctx, text), new Date(ctx.now()));
  let next: FollowUp | undefined;
  for (const effect of step.effects) next = perform(ctx, text, effect) ?? next;
  store.update(text, { outcome: step.outcome, outcomes: text.outcomes + 1 });
  return next;
}

function intentOf(text: MessageRow): Intent {
  if (text.carrierIntent === 'optout') return { kind: 'opt-out' };
  if (text.carrierIntent === 'optin') return { kind: 'start' };
  return readOnce(text.body);
}

/** As packages/flows/src/conversation/perform-effect.ts. */
function perform(ctx: Ctx, text: MessageRow, effect: DialogEffect): FollowUp | undefined {
  const { store } = ctx;
  switch (effect.do) {
    case 'charge':
      return charge(ctx, text, effect.offer);
    case 'undo': {
      const refundId = startUndo(ctx, {
        paymentId: effect.paymentId,
        phone: text.phone,
        askedForAt: text.createdAt,
      });
      if (refundId === undefined) throw new StaleFacts();
      return { do: 'refund', refundId };
    }
    case 'ask-to-pay':
      askToPay(ctx, text, effect);
      return undefined;
    case 'close-offer': {
      const offer = store.offers.get(effect.offerId);
      if (offer) store.update(offer, { state: effect.as });
      return undefined;
    }
    case 'restore-consent':
    case 'confirm-consent':
      if (hasStoppedSince(ctx, text)) return undefined;
      changeConsent(ctx, text.phone, effect.do === 'restore-consent' ? 'restored' : 'confirmed');
      return undefined;
    case 'show-menu':
      rememberMenu(
        ctx,
        text,
        effect.bills.map(({ invoiceId }) => invoiceId),
      );
      queueText(ctx, { ...replyTo(text), template: 'bills-menu' });
      return undefined;
    case 'say':
    case 'repeat-receipt': {
      const kind = effect.do === 'say' ? effect.what.kind : 'receipt';
      queueText(ctx, {
        ...replyTo(text),
        template: kind,
        ...(kind === 'stop-confirmed' && { sendBefore: text.createdAt + CONFIRM_STOP_WITHIN_MS }),
      });
      return undefined;
    }
    default:
      // What is left calls a person, or was done when the text came in.
      return undefined;
  }
}

function rememberMenu(ctx: Ctx, { phone }: MessageRow, invoiceIds: readonly string[]): void {
  const menu = { phone, invoiceIds, expiresAt: ctx.now() + MENU_FOR_MS };
  const known = ctx.store.menus.get(phone);
  if (known) ctx.store.update(known, menu);
  else ctx.store.insert(ctx.store.menus, phone, menu);
}

/** As in packages/flows/src/conversation/show-menu.ts. */
const MENU_FOR_MS = 600_000;

function hasStoppedSince(ctx: Ctx, text: MessageRow): boolean {
  const consent = ctx.store.consents.get(text.phone);
  return consent?.state === 'revoked' && consent.since >= text.createdAt && ctx.mutant !== 'late START';
}

function replyTo(text: MessageRow) {
  return {
    phone: text.phone,
    purpose: 'reply' as const,
    askedAt: text.createdAt,
    cause: `answer/${text.id}`,
    body: '',
  };
}

/** As packages/flows/src/conversation/ask-to-pay.ts. */
function askToPay(
  ctx: Ctx,
  text: MessageRow,
  { bills, parts, amount, feeMinor = 0, method, code }: PayQuestion,
): void {
  const now = ctx.now();
  const [bill] = bills;
  if (!bill) throw new Error('a question is about one bill at least');
  const isWholeBill = parts.length === 1 && parts[0]?.isPartial === false;
  const id = `offer of ${text.id}`;
  ctx.store.insert(ctx.store.offers, id, {
    id,
    phone: text.phone,
    invoiceId: bill.invoiceId,
    methodId: method.id,
    kind: 'question',
    amountMinor: amount.minor,
    feeMinor,
    ...(!isWholeBill && { parts }),
    code,
    state: 'open',
    createdAt: now,
    expiresAt: now + ANSWER_WITHIN_MS,
  });
  queueText(ctx, {
    ...replyTo(text),
    template: 'pay-question',
    body: `YES ${code}`,
    invoiceId: bill.invoiceId,
    ...(isWholeBill && { statedMinor: amount.minor }),
    sendBefore: now + ANSWER_WITHIN_MS,
  });
}

function charge(ctx: Ctx, text: MessageRow, offer: OpenOffer): FollowUp | undefined {
  const { store } = ctx;
  const row = store.offers.get(offer.id);
  if (row?.state === 'open') store.update(row, { state: 'accepted' });
  // Derived from the text: however often it is worked on, it names one payment.
  const paymentId = `${text.id} pays ${offer.invoiceId}`;
  const whole = { invoiceId: offer.invoiceId, amountMinor: offer.amount.minor, isPartial: false };
  const answer = startPayment(ctx, {
    paymentId,
    invoiceId: offer.invoiceId,
    parts: offer.parts ?? [whole],
    feeMinor: offer.feeMinor ?? 0,
    channel: 'text',
    methodId: offer.methodId,
    messageId: text.id,
    phone: text.phone,
  });
  if (answer === 'refused') throw new StaleFacts();
  return answer === 'started' ? { do: 'charge', paymentId } : undefined;
}
