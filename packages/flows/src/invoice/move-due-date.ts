import { PlannedCharge } from '@kvitt/db/autopay/planned-charge.entity';
import { Biller } from '@kvitt/db/biller/biller.entity';
import type { Customer } from '@kvitt/db/customer/customer.entity';
import { findOwner } from '@kvitt/db/customer/find-owner';
import { DueMove } from '@kvitt/db/invoice/due-move.entity';
import { Invoice } from '@kvitt/db/invoice/invoice.entity';
import { loadDueMoveFacts } from '@kvitt/db/invoice/load-due-move-facts';
import { loadMoneyRules } from '@kvitt/db/payment/load-money-rules';
import { takeBackReminders } from '@kvitt/db/reminder/take-back-reminders';
import {
  type DueMoveChoice,
  type DueMoveRefusal,
  type DueMoveRules,
  decideDueMove,
  listDueDays,
} from '@kvitt/domain/invoice/decide-due-move';
import { formatDueDate } from '@kvitt/domain/locale/format-due-date';
import { formatMoney } from '@kvitt/domain/locale/format-money';
import { money } from '@kvitt/domain/money/money';
import { localDate } from '@kvitt/domain/time/local-date';
import { LockMode } from '@mikro-orm/postgresql';
import { findThread } from '../conversation/find-thread.ts';
import type { TxCtx } from '../kit/context.ts';
import { loadWriter } from '../message/load-writer.ts';
import { queueText } from '../message/queue-text.ts';

export interface DueMoveOrder {
  billerId: string;
  invoiceId: string;
  /** Made by whoever asks: the same ask moves once. */
  moveId: string;
  /** `YYYY-MM-DD`. */
  toOn: string;
  /** `customer`, who keeps to the biller's rules; or who of the biller's people does it, who are freer. */
  by: string;
  /** When the text came that asked for it; then what is said is its answer, at any hour. */
  askedAt?: Date;
}

export type DueMoveAnswer =
  | { kind: 'moved'; dueOn: string }
  | { kind: 'refused'; refusal: DueMoveRefusal; latest?: string };

/** What the biller's own people may do, whatever customers may. */
const STAFF: DueMoveRules = { withinDays: 365, timesPerYear: 1_000, notWhenLateByMoreThan: 3_650 };

const YEAR_MS = 365 * 86_400_000;

/**
 * Moves the day on which a bill is due, within the caller's transaction, and tells the customer. Reminders and the charge
 * of autopay that were planned for the old day are taken away, and come by the new one; the bill's first due date stays on
 * record.
 */
export async function moveDueDate(tx: TxCtx, order: DueMoveOrder): Promise<DueMoveAnswer> {
  const { billerId, invoiceId, moveId, toOn, by } = order;
  const invoice = await tx.em.findOneOrFail(
    Invoice,
    { billerId, id: invoiceId },
    { lockMode: LockMode.PESSIMISTIC_WRITE },
  );
  const before = await tx.em.findOne(DueMove, { billerId, id: moveId });
  if (before) return { kind: 'moved', dueOn: before.toOn };
  const { facts, rules, customer, today } = await look(tx, invoice, by);
  const decision = decideDueMove(facts, rules, toOn, today);
  if (decision.kind === 'refused') return decision;
  const at = tx.clock.now();
  const { accountId, dueOn: fromOn } = invoice;
  await tx.em.insert(DueMove, { billerId, id: moveId, invoiceId, accountId, fromOn, toOn, at, by });
  invoice.dueOn = toOn;
  await tx.em.flush();
  await tx.em.nativeUpdate(
    PlannedCharge,
    { billerId, invoiceId, dueOn: fromOn, state: 'queued' },
    { state: 'skipped', reason: 'DUE_MOVED', endedAt: at, tellAt: null },
  );
  await takeBackReminders(tx.em, { billerId, invoiceIds: [invoiceId] });
  await tell(tx, invoice, customer, { moveId, dueMinor: facts.dueMinor, askedAt: order.askedAt });
  return { kind: 'moved', dueOn: toOn };
}

/** Which days a customer may choose for a bill now, or why none. Reads only. */
export async function readDueDays(
  tx: Pick<TxCtx, 'em' | 'clock'>,
  invoice: Pick<Invoice, 'billerId' | 'id' | 'accountId'>,
): Promise<DueMoveChoice> {
  const { facts, rules, today } = await look(tx, invoice, 'customer');
  return listDueDays(facts, rules, today);
}

async function look(
  tx: Pick<TxCtx, 'em' | 'clock'>,
  invoice: Pick<Invoice, 'billerId' | 'id' | 'accountId'>,
  by: string,
) {
  const { billerId, id: invoiceId } = invoice;
  const now = tx.clock.now();
  const facts = await loadDueMoveFacts(tx.em, { billerId, invoiceId }, new Date(now.getTime() - YEAR_MS));
  const rules = by === 'customer' ? (await loadMoneyRules(tx.em, billerId)).dueMove : STAFF;
  const customer = await findOwner(tx.em, { billerId, accountId: invoice.accountId });
  return { facts, rules, customer, today: localDate(now, customer.timeZone) };
}

async function tell(
  tx: TxCtx,
  invoice: Invoice,
  { language }: Customer,
  moved: { moveId: string; dueMinor: number; askedAt: Date | undefined },
): Promise<void> {
  const { billerId, id: invoiceId, currency, dueOn } = invoice;
  const thread = await findThread(tx, billerId, invoice.accountId);
  if (!thread) return;
  const biller = await tx.em.findOneOrFail(Biller, { id: billerId });
  const write = await loadWriter(tx, billerId);
  await queueText(tx, {
    billerId,
    ...thread,
    ...(moved.askedAt
      ? { purpose: 'reply' as const, askedAt: moved.askedAt }
      : { purpose: 'service' as const }),
    template: 'due-date-moved',
    body: write('due-date-moved', language, {
      brand: biller.name,
      amount: formatMoney(money(moved.dueMinor, currency), language),
      dueDate: formatDueDate(dueOn, language),
      link: '{link}',
    }),
    cause: `due-date-moved/${moved.moveId}`,
    invoiceId,
    statedMinor: moved.dueMinor,
  });
}
