import type { Invoice } from '../invoice/invoice.ts';
import type { JournalEntry } from './chart.ts';

/** Issuing a bill: the customer owes it, the biller has earned it. */
export function postInvoice(invoice: Pick<Invoice, 'id' | 'totalMinor' | 'currency'>): JournalEntry {
  return {
    cause: 'invoice-issued',
    causeId: invoice.id,
    currency: invoice.currency,
    postings: [
      { account: 'receivable', minor: invoice.totalMinor, invoiceId: invoice.id },
      { account: 'revenue', minor: -invoice.totalMinor },
    ],
  };
}

/** A bill that came to us paid already: its receivable is met by what the biller received elsewhere. */
export function postSettledOutside(invoice: Pick<Invoice, 'id' | 'totalMinor' | 'currency'>): JournalEntry {
  return {
    cause: 'settled-outside',
    causeId: invoice.id,
    currency: invoice.currency,
    postings: [
      { account: 'outside', minor: invoice.totalMinor },
      { account: 'receivable', minor: -invoice.totalMinor, invoiceId: invoice.id },
    ],
  };
}
