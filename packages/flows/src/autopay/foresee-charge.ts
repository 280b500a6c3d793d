import { Autopay } from '@kvitt/db/autopay/autopay.entity';
import { PlannedCharge } from '@kvitt/db/autopay/planned-charge.entity';
import { findOwner } from '@kvitt/db/customer/find-owner';
import { Invoice } from '@kvitt/db/invoice/invoice.entity';
import { loadMoneyRules } from '@kvitt/db/payment/load-money-rules';
import { PaymentMethod } from '@kvitt/db/payment/payment-method.entity';
import { timeCharge } from '@kvitt/domain/autopay/time-charge';
import type { TxCtx } from '../kit/context.ts';

/**
 * On which day (`YYYY-MM-DD`) autopay will charge a bill, and from which card, as far as is known now: the charge that is
 * planned, or the one that a live mandate will lead to. Undefined where the bill is not charged by itself.
 */
export async function foreseeCharge(
  tx: Pick<TxCtx, 'em' | 'clock'>,
  { billerId, accountId, invoiceId }: { billerId: string; accountId: string; invoiceId: string },
): Promise<{ chargeOn: string; method: PaymentMethod } | undefined> {
  const mandate = await tx.em.findOne(Autopay, { billerId, accountId, state: 'on' });
  if (!mandate) return undefined;
  const { sweepsOpen, agreedAt, methodId } = mandate;
  const bill = await tx.em.findOneOrFail(Invoice, { billerId, id: invoiceId });
  if (!sweepsOpen && bill.createdAt <= agreedAt) return undefined;
  const method = await tx.em.findOne(PaymentMethod, {
    billerId,
    id: methodId,
    removedAt: null,
    closedAt: null,
  });
  if (!method) return undefined;
  const planned = await tx.em.findOne(PlannedCharge, { billerId, invoiceId, dueOn: bill.dueOn });
  if (planned && planned.reason !== 'AUTOPAY_OFF') {
    return planned.state === 'queued' ? { chargeOn: planned.chargeOn, method } : undefined;
  }
  const { timeZone } = await findOwner(tx.em, { billerId, accountId });
  const { autopay } = await loadMoneyRules(tx.em, billerId);
  return { chargeOn: timeCharge(bill.dueOn, autopay, timeZone, tx.clock.now()).chargeOn, method };
}
