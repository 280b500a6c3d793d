import { loadFeesCharged } from '@kvitt/db/invoice/load-fees-charged';
import { loadMoneyRules } from '@kvitt/db/payment/load-money-rules';
import type { WaitingReminder } from '@kvitt/db/reminder/load-waiting';
import { foreseeLateFee } from '@kvitt/domain/invoice/foresee-late-fee';
import type { BillTerms } from '@kvitt/domain/reminder/choose-words';
import type { TxCtx } from '../kit/context.ts';

/** What follows where a bill stays unpaid, by the biller's rules and what has been charged on it already. */
export async function loadTerms(tx: TxCtx, billerId: string, bill: WaitingReminder): Promise<BillTerms> {
  const { lateFee, interruptionAfterDays } = await loadMoneyRules(tx.em, billerId);
  const charged = await loadFeesCharged(tx.em, { billerId, invoiceId: bill.invoiceId });
  const { currency, openMinor: dueMinor, currentDueOn: dueOn } = bill;
  return {
    fee: foreseeLateFee({ currency, dueMinor, dueOn, ...charged }, lateFee),
    hasFee: charged.feesBefore > 0,
    interruptionAfterDays,
  };
}
