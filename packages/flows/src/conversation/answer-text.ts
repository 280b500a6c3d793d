import { lockConversation } from '@kvitt/db/conversation/lock-conversation';
import { loadDialog } from '@kvitt/db/message/load-dialog';
import { Message } from '@kvitt/db/message/message.entity';
import type { Intent } from '@kvitt/domain/conversation/intent';
import { readIntent } from '@kvitt/domain/conversation/read-intent';
import { stepDialog } from '@kvitt/domain/conversation/step-dialog';
import type { Ctx } from '../kit/context.ts';
import { inTransaction } from '../kit/in-transaction.ts';
import { chargeInvoice } from '../payment/charge-invoice.ts';
import { performRefund } from '../refund/perform-refund.ts';
import type { FollowUp } from './answering.ts';
import { performEffect } from './perform-effect.ts';
import { StaleFacts } from './stale-facts.ts';

interface TextKey {
  billerId: string;
  messageId: string;
}

/** How often an answer is worked out anew where a bill was paid elsewhere in the very moment of deciding. */
const TRIES = 3;

/**
 * Answers an inbound text: loads what it depends on, has the domain decide, and performs the decision's effects in order,
 * in one transaction that also notes the text's outcome. A payment that the decision starts, or takes back, is committed with it,
 * and the processor is asked afterwards. A text that has its outcome is left alone, so a job that runs twice answers once.
 */
export async function answerText(ctx: Ctx, key: TextKey): Promise<void> {
  const { billerId } = key;
  const next = await answerOnFreshFacts(ctx, key);
  if (next?.kind === 'charge') await chargeInvoice(ctx, { billerId, paymentId: next.paymentId });
  if (next?.kind === 'refund') await performRefund(ctx, { billerId, refundId: next.refundId });
}

async function answerOnFreshFacts(ctx: Ctx, key: TextKey): Promise<FollowUp | undefined> {
  for (let tries = 1; ; tries++) {
    try {
      return await answer(ctx, key);
    } catch (error) {
      if (!(error instanceof StaleFacts) || tries === TRIES) throw error;
    }
  }
}

/** Decides and performs, in one transaction; gives what it has left for afterwards. */
async function answer(ctx: Ctx, key: TextKey): Promise<FollowUp | undefined> {
  return inTransaction(ctx, async (tx) => {
    await lockConversation(tx.em, key.billerId, key.messageId);
    // Read under the lock: another run may have answered it meanwhile.
    const text = await tx.em.findOneOrFail(Message, { billerId: key.billerId, id: key.messageId });
    if (text.outcome !== null) return undefined;

    const intent = intentOf(text);
    const now = tx.clock.now();
    const dialog = await loadDialog(tx.em, text, intent.kind, now);
    const facts = { ...dialog.facts, freshCode: tx.ids.code(...dialog.openCodes, codeSaid(intent)) };
    const step = stepDialog(intent, facts, now);
    let next: FollowUp | undefined;
    for (const effect of step.effects) {
      next = (await performEffect(tx, { text, dialog }, effect)) ?? next;
    }
    await tx.em.nativeUpdate(Message, { billerId: text.billerId, id: text.id }, { outcome: step.outcome });
    tx.log.info({ messageId: text.id, outcome: step.outcome }, 'a text was answered');
    return next;
  });
}

/** The carrier's own reading of STOP and START comes before ours: its list has changed already. */
function intentOf(text: Message): Intent {
  if (text.carrierIntent === 'optout') return { kind: 'opt-out' };
  if (text.carrierIntent === 'optin') return { kind: 'start' };
  return readIntent(text.body);
}

/** The code that was just said: the same words a moment later would be taken for this text, come twice. */
function codeSaid(intent: Intent): string | undefined {
  return intent.kind === 'yes' ? intent.code : undefined;
}
