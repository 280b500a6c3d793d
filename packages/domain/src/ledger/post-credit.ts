import type { CreditKind } from '../credit/credit.ts';
import type { Currency } from '../money/money.ts';
import type { JournalEntry, LedgerAccount } from './chart.ts';

interface Credited {
  /** The credit's id. */
  id: string;
  kind: CreditKind;
  amountMinor: number;
  currency: Currency;
}

/** A credit that the biller gives lowers what it earns; one that was overpaid is money that it has received. */
export function postCredit({ id, kind, amountMinor, currency }: Credited): JournalEntry {
  return {
    cause: 'credit-granted',
    causeId: id,
    currency,
    postings: [
      { account: cameFrom(kind), minor: amountMinor },
      { account: 'credit', minor: -amountMinor },
    ],
  };
}

interface Used {
  /** The use's id. */
  id: string;
  invoiceId: string;
  amountMinor: number;
  currency: Currency;
}

/** A credit that goes to a bill: the biller owes the customer that much less, and the customer the biller. */
export function postCreditUsed({ id, invoiceId, amountMinor, currency }: Used): JournalEntry {
  return {
    cause: 'credit-used',
    causeId: id,
    currency,
    postings: [
      { account: 'credit', minor: amountMinor },
      { account: 'receivable', minor: -amountMinor, invoiceId },
    ],
  };
}

/** The same lines the other way round, where a credit is taken back from a bill that is still open. */
export function postCreditUnused(use: Used): JournalEntry {
  const used = postCreditUsed(use);
  const postings = used.postings.map((posting) => ({ ...posting, minor: -posting.minor }));
  return { ...used, cause: 'credit-unused', postings };
}

/** What was left of a credit goes where it came from. @param credit with what was left as its amount, above nothing */
export function postCreditEnded({ id, kind, amountMinor, currency }: Credited): JournalEntry {
  return {
    cause: 'credit-ended',
    causeId: id,
    currency,
    postings: [
      { account: 'credit', minor: amountMinor },
      { account: cameFrom(kind), minor: -amountMinor },
    ],
  };
}

function cameFrom(kind: CreditKind): LedgerAccount {
  return kind === 'overpayment' ? 'outside' : 'allowance';
}
