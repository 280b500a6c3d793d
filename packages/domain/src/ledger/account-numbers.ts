import type { LedgerAccount } from './chart.ts';

/** The accounts' numbers in a plan of the Swedish BAS kind, which bookkeeping programs know. */
export const ACCOUNT_NUMBERS: Readonly<Record<LedgerAccount, string>> = {
  receivable: '1510',
  processor: '1580',
  disputed: '1581',
  outside: '1930',
  credit: '2420',
  revenue: '3000',
  'card-fee': '3541',
  fee: '3590',
  allowance: '3730',
  loss: '6351',
  cost: '6570',
};
