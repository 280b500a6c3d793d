import { Biller } from '@kvitt/db/biller/biller.entity';
import { Sender } from '@kvitt/db/biller/sender.entity';
import { Account } from '@kvitt/db/customer/account.entity';
import { AccountPhone } from '@kvitt/db/customer/account-phone.entity';
import { Customer } from '@kvitt/db/customer/customer.entity';
import { PhoneMove } from '@kvitt/db/customer/phone-move.entity';
import { formatDueDate } from '@kvitt/domain/locale/format-due-date';
import type { ProofWay } from '@kvitt/domain/session/step-up-ways';
import { localDate } from '@kvitt/domain/time/local-date';
import { LockMode } from '@mikro-orm/postgresql';
import { openThread } from '../conversation/find-thread.ts';
import type { TxCtx } from '../kit/context.ts';
import { loadWriter } from '../message/load-writer.ts';
import { queueText } from '../message/queue-text.ts';

export interface MoveOrder {
  billerId: string;
  accountId: string;
  /** It serves the account already: its own code or YES has said so. */
  toPhoneId: string;
  /** How this browser proved whose the account is. */
  way: ProofWay;
}

export type MoveAnswer =
  | { kind: 'asked'; moveAt: Date }
  /** That phone does not serve the account, or is the one that is texted · another move waits. */
  | { kind: 'refused'; refusal: 'NOT_OURS' | 'WAITS_ALREADY' };

const HOUR_MS = 3_600_000;

/**
 * For so long the old phone can object. Who typed a code that was texted to it has it in hand; what stands on a letter is
 * known to more people, so there it takes longer, over a weekend too.
 */
export const COOLING_HOURS: Record<ProofWay, number> = {
  'text-code': 24,
  // It was set up with the old phone in hand, which may be long ago.
  passkey: 72,
  'postal-code': 72,
  'date-of-birth': 72,
};

/**
 * Has an account's texts go to another of its phones, after a time of which the old one is told at once, within the caller's
 * transaction. Until then nothing changes, and either side calls it off (`callOffMove`).
 */
export async function askToMove(tx: TxCtx, order: MoveOrder): Promise<MoveAnswer> {
  const { billerId, accountId, toPhoneId, way } = order;
  const lock = { lockMode: LockMode.PESSIMISTIC_WRITE } as const;
  const account = await tx.em.findOneOrFail(Account, { billerId, id: accountId }, lock);
  const served = await tx.em.find(AccountPhone, { billerId, accountId });
  const from = served.find(({ role }) => role === 'primary');
  const isOurs = served.some(({ phoneId }) => phoneId === toPhoneId);
  if (!from || !isOurs || from.phoneId === toPhoneId) return { kind: 'refused', refusal: 'NOT_OURS' };
  if (await tx.em.findOne(PhoneMove, { billerId, accountId, endedAt: null })) {
    return { kind: 'refused', refusal: 'WAITS_ALREADY' };
  }
  const askedAt = tx.clock.now();
  const moveAt = new Date(askedAt.getTime() + COOLING_HOURS[way] * HOUR_MS);
  const id = tx.ids.next();
  const fromPhoneId = from.phoneId;
  const move = { billerId, id, accountId, fromPhoneId, toPhoneId, askedAt, moveAt };
  await tx.em.insert(PhoneMove, { ...move, endedAt: null, endedAs: null });
  await tellOldPhone(tx, {
    billerId,
    customerId: account.customerId,
    phoneId: fromPhoneId,
    moveId: id,
    moveAt,
  });
  tx.log.info({ accountId, way }, 'a move to another phone was asked for');
  return { kind: 'asked', moveAt };
}

async function tellOldPhone(
  tx: TxCtx,
  told: { billerId: string; customerId: string; phoneId: string; moveId: string; moveAt: Date },
): Promise<void> {
  const { billerId, customerId, phoneId, moveId, moveAt } = told;
  const { language, timeZone } = await tx.em.findOneOrFail(Customer, { billerId, id: customerId });
  const { name: brand, supportPhone } = await tx.em.findOneOrFail(Biller, { id: billerId });
  const sender = await tx.em.findOneOrFail(Sender, { billerId }, { orderBy: { number: 'asc' } });
  const thread = await openThread(tx, { billerId, phoneId, senderId: sender.id });
  const write = await loadWriter(tx, billerId);
  const date = formatDueDate(localDate(moveAt, timeZone), language);
  await queueText(tx, {
    billerId,
    ...thread,
    purpose: 'service',
    template: 'phone-moving',
    body: write('phone-moving', language, { brand, date, supportPhone }),
    cause: `phone-moving/${moveId}`,
    sendBefore: moveAt,
  });
}
