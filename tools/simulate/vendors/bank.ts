import type { Kernel } from '../kernel/kernel.ts';

import type { Network } from './network.ts';
import type { Deed, Dispute, News, Sale } from './sale.ts';

/** How often a customer's bank takes money back. */
export interface BankFaults {
  /** Of the sales by card that have settled, the share that is disputed. */
  disputed: number;
  /** Of the debits of bank accounts, the share that is sent back. */
  returned: number;
}

/** What customers' banks do with sales that have settled. */
export interface Bank {
  disputes: Map<string, Dispute>;
  /** Called by the gateway for every sale that it has captured, and for every one that has settled. */
  captured(sale: Sale): void;
  settled(sale: Sale): void;
  find(disputeId: string, answer: (value: Dispute | 'unanswered') => void): void;
  list(answer: (ids: string[] | 'unanswered') => void): void;
}

/** No money · account closed · not authorised · our own bank asked for it: one code of each consequence. */
const RETURN_CODES = ['R01', 'R02', 'R10', 'R06'] as const;

/** In life weeks go by; here minutes do, so that a dispute meets what is done at the desk and by text. */
const WITHIN_MS = 400_000;

export function openBank(
  kernel: Kernel,
  faults: BankFaults,
  { net, deeds, tell }: { net: Network; deeds: Deed[]; tell: (news: News) => void },
): Bank {
  const { dice, after } = kernel;
  const disputes = new Map<string, Dispute>();
  const move = (dispute: Dispute, status: Dispute['status']) => {
    dispute.status = status;
    tell({ about: 'dispute', subjectId: dispute.id, status });
  };
  const decide = (dispute: Dispute, sale: Sale) => {
    const outcome = dice();
    dispute.wonMinor = outcome < 0.4 ? dispute.minor : outcome < 0.55 ? Math.ceil(dispute.minor / 3) : 0;
    deeds.push({ did: 'decide', sale, dispute: { ...dispute } });
    move(dispute, dispute.wonMinor > 0 ? 'won' : 'lost');
  };
  const open = (sale: Sale) => {
    if (sale.status !== 'settled') return;
    const minor = dice() < 0.7 ? sale.minor : Math.ceil(sale.minor * (0.1 + dice() * 0.8));
    const dispute: Dispute = {
      id: `dispute of ${sale.id}`,
      saleId: sale.id,
      minor,
      status: 'open',
      wonMinor: 0,
    };
    disputes.set(dispute.id, dispute);
    deeds.push({ did: 'take', sale, dispute: { ...dispute } });
    move(dispute, 'open');
    const reviewedMs = dice() * WITHIN_MS;
    if (dice() < 0.6) after(reviewedMs, () => move(dispute, 'disputed'));
    after(reviewedMs + dice() * WITHIN_MS, () => decide(dispute, sale));
  };
  const sendBack = (sale: Sale) => {
    if (sale.status !== 'captured' && sale.status !== 'settled') return;
    sale.status = 'returned';
    sale.returnCode = RETURN_CODES[Math.floor(dice() * RETURN_CODES.length)] ?? 'R01';
    deeds.push({ did: 'send back', sale });
    tell({ about: 'sale', subjectId: sale.id, status: 'returned' });
  };
  return {
    disputes,
    captured(sale) {
      if (sale.isFromBank && net.strikes(faults.returned))
        after(30_000 + dice() * 2 * WITHIN_MS, () => sendBack(sale));
    },
    settled(sale) {
      if (!sale.isFromBank && net.strikes(faults.disputed)) after(dice() * WITHIN_MS, () => open(sale));
    },
    find: (id, answer) =>
      net.ask(() => ({ ...(disputes.get(id) as Dispute) }), 'unanswered' as const, answer),
    list: (answer) => net.ask<string[] | 'unanswered'>(() => [...disputes.keys()], 'unanswered', answer),
  };
}
