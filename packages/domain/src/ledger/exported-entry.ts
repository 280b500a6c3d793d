import type { Currency } from '../money/money.ts';
import type { LedgerAccount } from './chart.ts';

/** An entry of the ledger as it is exported. */
export interface ExportedEntry {
  id: string;
  /** `YYYY-MM-DD`, in the biller's zone. */
  day: string;
  cause: string;
  causeId: string;
  currency: Currency;
  lines: readonly { account: LedgerAccount; minor: number; bill: string | null }[];
}
