import type { Currency } from '@kvitt/domain/money/money';
import { fromDecimal } from '@kvitt/domain/money/to-decimal';
import type { BatchTotal } from '@kvitt/domain/payment/compare-batches';
import type { SettlementAnswer } from '../payments-port.ts';
import type { BraintreeVendor } from './braintree-vendor.ts';
import { callVendor } from './call-vendor.ts';

/**
 * What the vendor says it settled on a day, over all brands. The summary names no currency: each merchant account has one,
 * and the one that we name none for has the gateway's own.
 */
export async function summarizeSettlement(vendor: BraintreeVendor, day: string): Promise<SettlementAnswer> {
  const { gateway, timeoutMs } = vendor;
  const asked = await callVendor(
    () => gateway.settlementBatchSummary.generate({ settlementDate: day }),
    timeoutMs,
  );
  if (asked.kind === 'failed') return { kind: 'unanswered', reason: `no answer (${asked.type})` };
  const { records } = asked.value.settlementBatchSummary ?? {};
  if (!records) return { kind: 'unanswered', reason: 'no summary of that day' };
  const totals = new Map<string, BatchTotal>();
  for (const { kind: type, merchantAccountId: account = '', count, amountSettled } of records) {
    const currency = currencyOf(vendor, account);
    const amount = fromDecimal(amountSettled ?? '', currency);
    if (!amount) return { kind: 'unanswered', reason: 'a record without an amount' };
    const kind = type === 'credit' ? 'refund' : 'sale';
    const key = `${account}/${kind}`;
    const before = totals.get(key) ?? { account, kind, currency, count: 0, minor: 0 };
    totals.set(key, {
      ...before,
      count: before.count + Number(count),
      minor: before.minor + amount.minor,
    });
  }
  return { kind: 'found', totals: [...totals.values()] };
}

function currencyOf({ merchantAccounts, defaultCurrency }: BraintreeVendor, account: string): Currency {
  const named = Object.entries(merchantAccounts).find(([, name]) => name === account);
  return (named?.[0] as Currency | undefined) ?? defaultCurrency;
}
