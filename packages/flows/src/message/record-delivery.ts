import { Phone } from '@kvitt/db/customer/phone.entity';
import { DeliveryReport } from '@kvitt/db/message/delivery-report.entity';
import { Message } from '@kvitt/db/message/message.entity';
import { stateAfterReport } from '@kvitt/domain/message/message-state';
import { LockMode } from '@mikro-orm/postgresql';
import { mirrorCarrierStop } from '../consent/mirror-carrier-stop.ts';
import type { Ctx, TxCtx } from '../kit/context.ts';
import { inTransaction } from '../kit/in-transaction.ts';
import { forgetGuess } from './forget-guess.ts';

/**
 * Applies a carrier's report to its text: found by the carrier's id, or by ours from the callback's address where the
 * answer to the sending was lost. Reports in any order end in the same state. An opt-out that only the carrier saw is
 * mirrored; a number that can never be reached is marked.
 */
export async function recordDelivery(ctx: Ctx, key: { billerId: string; reportId: string }): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    const { billerId, reportId } = key;
    const report = await tx.em.findOneOrFail(DeliveryReport, { billerId, id: reportId });
    const message = await findMessage(tx, report);
    if (!message) {
      tx.log.warn({ reportId }, 'a report about a text that is not ours');
      return;
    }
    const before = { state: message.state, sequence: message.reportSequence ?? null };
    const { state, sequence } = stateAfterReport(before, report);
    if (state !== before.state || sequence !== before.sequence) {
      message.state = state;
      message.reportSequence = sequence;
      message.reason = report.errorCode ?? null;
    }
    message.vendorId = report.vendorId;
    message.sentAt ??= tx.clock.now();
    await tx.em.flush();
    await heed(tx, message, report);
  });
}

/**
 * Our own id, in the address that the carrier signed, says which text a report is about. The carrier's id comes second:
 * where a lost answer was looked up it is a guess by phone and time, and a report that knows better takes it back.
 */
async function findMessage(tx: TxCtx, report: DeliveryReport): Promise<Message | null> {
  const lock = { lockMode: LockMode.PESSIMISTIC_WRITE } as const;
  const { billerId, vendorId, messageId } = report;
  const named = messageId
    ? await tx.em.findOne(Message, { billerId, id: messageId, direction: 'out' }, lock)
    : null;
  if (!named) return tx.em.findOne(Message, { billerId, vendorId }, lock);
  if (named.vendorId !== vendorId) await forgetGuess(tx, { billerId, vendorId, owner: named.id });
  return named;
}

async function heed(tx: TxCtx, message: Message, report: DeliveryReport): Promise<void> {
  const { billerId, phoneId } = message;
  if (report.failure === 'opted-out') await mirrorCarrierStop(tx, message, report.errorCode ?? undefined);
  if (report.failure === 'bad-number') {
    await tx.em.nativeUpdate(
      Phone,
      { billerId, id: phoneId, unreachableSince: null },
      { unreachableSince: tx.clock.now(), unreachableCode: report.errorCode ?? null },
    );
  }
}
