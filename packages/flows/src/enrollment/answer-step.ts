import { Account } from '@kvitt/db/customer/account.entity';
import { Customer } from '@kvitt/db/customer/customer.entity';
import type { Enrollment } from '@kvitt/db/enrollment/enrollment.entity';
import { findWording } from '@kvitt/domain/consent/find-wording';
import type { CallEffect } from '@kvitt/domain/enrollment/call-script';
import { findStep, stepScript } from '@kvitt/domain/enrollment/step-script';
import type { Actor } from '../agent/note-act.ts';
import { type RequestAnswer, requestConsent } from '../consent/request-consent.ts';
import type { TxCtx } from '../kit/context.ts';
import { endCall } from './end-call.ts';
import { findScript } from './find-script.ts';
import { lockCall } from './lock-call.ts';
import { textCallLink } from './text-call-link.ts';

type ConsentRefusal = Extract<RequestAnswer, { kind: 'refused' }>['refusal'];

export type StepTaken =
  | { kind: 'taken' }
  | {
      kind: 'refused';
      refusal:
        | 'NO_SUCH_CALL'
        | 'NOT_YOURS'
        | 'ENDED'
        /** Another tab, or a key pressed twice: the call is on another step by now. */
        | 'STEP_PASSED'
        | 'NO_SUCH_STEP'
        | 'NO_SUCH_CHOICE'
        | ConsentRefusal;
    };

/**
 * Takes what the caller said on a step of the script, within the caller's transaction: leads on, and does what the answer
 * asks for. The text to the handset goes out while both are still on the phone. Where the handset may not be asked, the
 * call stays on its step.
 * @param said.step the step that the agent has read out; @param said.key 1 to 6
 */
export async function answerStep(
  tx: TxCtx,
  actor: Actor & { id: string },
  said: { enrollmentId: string; step: string; key: number },
): Promise<StepTaken> {
  const found = await lockCall(tx, actor, said.enrollmentId);
  if (found.kind === 'refused') return found;
  const { call } = found;
  if (call.step !== said.step) return { kind: 'refused', refusal: 'STEP_PASSED' };
  const script = await findScript(tx, call);
  const answer = stepScript(script, call.step, said.key);
  if (answer.kind === 'refused') return answer;
  const refusal = answer.effect && (await perform(tx, actor, call, answer.effect));
  if (refusal) return { kind: 'refused', refusal };

  const now = tx.clock.now();
  const ms = now.getTime() - call.stepSince.getTime();
  const wording = nameWording(findStep(script, call.step)?.wording);
  call.path = [...call.path, { step: call.step, key: said.key, ms, ...(wording && { wording }) }];
  call.stepSince = now;
  if (answer.kind === 'next') call.step = answer.step;
  else await endCall(tx, call, { outcome: answer.outcome, reason: answer.reason ?? null });
  await tx.em.flush();
  return { kind: 'taken' };

  async function perform(
    inTx: TxCtx,
    by: Actor & { id: string },
    its: Enrollment,
    effect: CallEffect,
  ): Promise<ConsentRefusal | undefined> {
    if (effect.kind === 'ask-handset') return askHandset(inTx, by, its, findStep(script, its.step)?.wording);
    if (effect.kind === 'note-paperless') {
      its.isPaperless = true;
      // Before the handset has said YES nothing but the question may go there; the answer sends the link.
      if (its.confirmedAt) await textCallLink(inTx, its, 'paperless');
    }
    if (effect.kind === 'note-autopay') its.wantsAutopay = true;
    if (effect.kind === 'text-card-link') {
      its.cardWantedAt = inTx.clock.now();
      if (its.confirmedAt) await textCallLink(inTx, its, 'card');
    }
    if (effect.kind === 'speak') {
      const account = await inTx.em.findOneOrFail(Account, { billerId: by.billerId, id: its.accountId });
      const key = { billerId: by.billerId, id: account.customerId };
      await inTx.em.nativeUpdate(Customer, key, { language: effect.language });
    }
    return undefined;
  }
}

/** Which words the step has read out, as the evidence names them: what was offered on the phone, if not agreed to there. */
function nameWording(key: string | undefined): string | undefined {
  return key && findWording(key, { channel: 'oral', language: 'en', brand: '' })?.wordingKey;
}

async function askHandset(
  tx: TxCtx,
  actor: Actor & { id: string },
  call: Enrollment,
  wording = '',
): Promise<ConsentRefusal | undefined> {
  const { billerId, accountId } = call;
  const answer = await requestConsent(tx, {
    billerId,
    accountId,
    channel: 'oral',
    wording,
    actor: `agent:${actor.id}`,
    evidence: { callId: call.id, script: `${call.scriptKey}@${call.scriptVersion}` },
  });
  if (answer.kind === 'refused') return answer.refusal;
  call.askedAt = tx.clock.now();
  call.messageId = answer.messageId;
  return undefined;
}
