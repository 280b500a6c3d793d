import { Biller } from '@kvitt/db/biller/biller.entity';
import { ConsentEvent } from '@kvitt/db/consent/consent-event.entity';
import { findStanding } from '@kvitt/db/consent/find-standing';
import { findTextStanding } from '@kvitt/db/consent/find-text-standing';
import { lockLedger } from '@kvitt/db/consent/lock-ledger';
import { findOwner } from '@kvitt/db/customer/find-owner';
import { CONSENT_TERMS } from '@kvitt/domain/consent/consent-terms';
import { findWording, type SaidWording } from '@kvitt/domain/consent/find-wording';
import { foldConsent } from '@kvitt/domain/consent/fold-consent';
import type { ConsentRefusal } from '@kvitt/domain/consent/step-consent';
import { findThread, type Thread } from '../conversation/find-thread.ts';
import type { TxCtx } from '../kit/context.ts';
import { loadWriter } from '../message/load-writer.ts';
import { queueText } from '../message/queue-text.ts';
import { changeConsent } from './change-consent.ts';

export interface ConsentRequest {
  billerId: string;
  accountId: string;
  /** Where the customer said yes: to an agent, on a page, on paper. */
  channel: 'oral' | 'web' | 'written';
  /** Which of our wordings was read out or shown; it says which purposes it is for. */
  wording: string;
  actor: string;
  /** `callId`, `url`, `ipHash`, `userAgentHash` … */
  evidence?: Record<string, string | number>;
  /** Of the phone that is asked; the account's own where absent. */
  thread?: Thread;
  /** Goes out with the question, to be typed on the page where the wish was made. */
  code?: string;
}

export type RequestAnswer =
  /** `waitsUntil` the first minute at which the rules let the question go out, where that is not now. */
  | { kind: 'asked'; messageId: string; waitsUntil?: Date }
  | { kind: 'refused'; refusal: ConsentRefusal | 'NO_PHONE' | 'NOT_SMS_CAPABLE' | 'WORDING_UNKNOWN' };

/**
 * Records that a customer agreed, and asks the phone itself, once, within the caller's transaction: the consent is pending
 * until the phone says YES (T5.1), and ends where it says nothing in time. One question at a time, so that a bare YES can
 * mean one thing. Nothing is recorded where any of it is refused.
 */
export async function requestConsent(tx: TxCtx, request: ConsentRequest): Promise<RequestAnswer> {
  const { billerId, accountId, channel } = request;
  const thread = request.thread ?? (await findThread(tx, billerId, accountId));
  if (!thread) return { kind: 'refused', refusal: 'NO_PHONE' };
  const { language } = await findOwner(tx.em, { billerId, accountId });
  const { name: brand } = await tx.em.findOneOrFail(Biller, { id: billerId });
  const said = findWording(request.wording, { channel, language, brand });
  if (!said) return { kind: 'refused', refusal: 'WORDING_UNKNOWN' };
  const refusal = await findRefusal(tx, request, thread, said);
  if (refusal) return { kind: 'refused', refusal };

  const eventIds: string[] = [];
  for (const purpose of said.purposes) {
    const answer = await changeConsent(tx, {
      billerId,
      phoneId: thread.phoneId,
      act: 'requested',
      purpose,
      channel,
      wording: said.words,
      wordingKey: said.wordingKey,
      actor: request.actor,
      ...(request.evidence && { evidence: request.evidence }),
    });
    if (answer.kind === 'changed') eventIds.push(answer.eventId);
  }
  const isMarketing = said.purposes.includes('marketing');
  const template = isMarketing ? 'marketing-opt-in-request' : 'opt-in-request';
  const write = await loadWriter(tx, billerId);
  const queued = await queueText(tx, {
    ...thread,
    billerId,
    purpose: 'optin',
    template,
    body: isMarketing
      ? write('marketing-opt-in-request', language, { brand })
      : write('opt-in-request', language, { brand, ...(request.code && { code: request.code }) }),
    cause: `opt-in/${eventIds[0]}`,
    sendBefore: new Date(tx.clock.now().getTime() + CONSENT_TERMS.pendingForMs.value),
  });
  if (queued.kind !== 'queued' && queued.kind !== 'held') {
    throw new Error(`the question whether to text was ${queued.kind}`);
  }
  const waits = queued.kind === 'queued' ? queued.waits : undefined;
  return { kind: 'asked', messageId: queued.messageId, ...(waits && { waitsUntil: waits.until }) };
}

/** The ledger is locked meanwhile, so what is found here holds until the request is recorded. */
async function findRefusal(
  tx: TxCtx,
  { billerId, channel }: ConsentRequest,
  { phoneId }: Thread,
  { purposes }: SaidWording,
): Promise<Extract<RequestAnswer, { kind: 'refused' }>['refusal'] | undefined> {
  await lockLedger(tx.em, billerId);
  const { lineType, isUnreachable } = await findTextStanding(tx.em, billerId, phoneId);
  if (lineType === 'landline' || isUnreachable) return 'NOT_SMS_CAPABLE';
  const standing = await findStanding(tx.em, billerId, phoneId);
  let isNews = false;
  for (const purpose of purposes) {
    const answer = foldConsent(standing, { act: 'requested', purpose, channel });
    if (answer.kind === 'refused') return answer.refusal;
    isNews ||= standing[purpose] === undefined || standing[purpose] === 'revoked';
  }
  if (Object.values(standing).includes('pending')) return 'ALREADY_ASKED';
  // Who has agreed already may be asked to confirm it; that too is asked once.
  const earlier = isNews
    ? 0
    : await tx.em.count(ConsentEvent, {
        billerId,
        phoneId,
        act: 'requested',
        purpose: { $in: [...purposes] },
      });
  return earlier > 0 ? 'ALREADY_ASKED' : undefined;
}
