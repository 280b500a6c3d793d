import { Biller } from '@kvitt/db/biller/biller.entity';
import { Conversation } from '@kvitt/db/conversation/conversation.entity';
import { Account } from '@kvitt/db/customer/account.entity';
import { Customer } from '@kvitt/db/customer/customer.entity';
import { WebJoin } from '@kvitt/db/enrollment/web-join.entity';
import { Message } from '@kvitt/db/message/message.entity';
import { hashToken } from '@kvitt/db/session/hash-token';
import { findWording } from '@kvitt/domain/consent/find-wording';
import { whenNext } from '@kvitt/domain/message/when-next';
import { localDate } from '@kvitt/domain/time/local-date';
import { LockMode } from '@mikro-orm/postgresql';
import { changeConsent } from '../consent/change-consent.ts';
import type { TxCtx } from '../kit/context.ts';
import { loadWriter } from '../message/load-writer.ts';
import { queueText } from '../message/queue-text.ts';
import { JOIN_WORDING } from './ask-to-join.ts';

export type ConfirmJoinAnswer =
  /** The phone gets the bills of this account from now on; also where its own YES was faster. */
  | { kind: 'joined' }
  | { kind: 'refused'; refusal: 'WRONG_CODE'; triesLeft: number }
  /** The code is too old, was tried too often, or the phone has said NO or STOP meanwhile. */
  | { kind: 'refused'; refusal: 'OVER' };

/** A code is six digits; a search through them ends here. */
const TRIES = 5;

/**
 * Takes the code that was texted from the page where the wish was made, within the caller's transaction. It has been on
 * the handset and nowhere else, so it is the handset's own word, as its YES would be.
 */
export async function confirmJoin(
  tx: TxCtx,
  { billerId, joinId, code }: { billerId: string; joinId: string; code: string },
): Promise<ConfirmJoinAnswer> {
  const lock = { lockMode: LockMode.PESSIMISTIC_WRITE } as const;
  const join = await tx.em.findOne(WebJoin, { billerId, id: joinId }, lock);
  if (join?.joinedAt) return { kind: 'joined' };
  if (!join || join.expiresAt <= tx.clock.now() || join.misses >= TRIES) {
    return { kind: 'refused', refusal: 'OVER' };
  }
  if (hashToken(`${join.id}${code.replace(/\D/g, '')}`) !== join.codeHash) {
    join.misses += 1;
    await tx.em.flush();
    const triesLeft = TRIES - join.misses;
    return triesLeft > 0
      ? { kind: 'refused', refusal: 'WRONG_CODE', triesLeft }
      : { kind: 'refused', refusal: 'OVER' };
  }
  return (await confirm(tx, join)) ? { kind: 'joined' } : { kind: 'refused', refusal: 'OVER' };
}

/** Joins phone and account by way of the consent, as the phone's own YES does, and welcomes it. */
async function confirm(tx: TxCtx, join: WebJoin): Promise<boolean> {
  const { billerId, phoneId, accountId, messageId } = join;
  const account = await tx.em.findOneOrFail(Account, { billerId, id: accountId });
  const customer = await tx.em.findOneOrFail(Customer, { billerId, id: account.customerId });
  const biller = await tx.em.findOneOrFail(Biller, { id: billerId });
  const { language } = customer;
  const said = findWording(JOIN_WORDING, { channel: 'web', language, brand: biller.name });
  let isChanged = false;
  for (const purpose of said?.purposes ?? []) {
    const answer = await changeConsent(tx, {
      billerId,
      phoneId,
      act: 'confirmed',
      purpose,
      channel: 'text',
      wording: 'The code of the text, typed on the page.',
      actor: 'customer',
      messageId,
      evidence: { join: join.id },
    });
    isChanged ||= answer.kind === 'changed';
  }
  if (!isChanged) return false;
  const { conversationId } = await tx.em.findOneOrFail(Message, { billerId, id: messageId });
  const { senderId } = await tx.em.findOneOrFail(Conversation, { billerId, id: conversationId });
  const now = tx.clock.now();
  const write = await loadWriter(tx, billerId);
  const statements = account.nextStatementOn ? [account.nextStatementOn] : [];
  await queueText(tx, {
    billerId,
    conversationId,
    senderId,
    phoneId,
    purpose: 'reply',
    template: 'welcome',
    body: write('welcome', language, {
      brand: biller.name,
      firstName: customer.firstName,
      ...whenNext(statements, localDate(now, customer.timeZone)),
    }),
    cause: `welcome/${join.id}`,
    askedAt: now,
  });
  return true;
}
