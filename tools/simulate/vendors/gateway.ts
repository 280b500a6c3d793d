import type { Kernel } from '../kernel/kernel.ts';
import { type Bank, type BankFaults, openBank } from './bank.ts';
import { type NetworkFaults, openNetwork } from './network.ts';
import type { Deed, GivenBack, News, Sale } from './sale.ts';

export type GatewayAnswer = { kind: 'approved' | 'declined'; vendorId: string } | { kind: 'unknown' };
export type SearchAnswer = { kind: 'found'; sales: Sale[] } | { kind: 'unanswered' };
export type RefundSearch = { kind: 'found'; refunds: GivenBack[] } | { kind: 'unanswered' };
export type VoidAnswer = 'done' | 'refused' | 'unknown';
export type RefundAnswer = 'done' | 'not-settled' | 'refused' | 'unknown';

export interface GatewayFaults extends NetworkFaults, BankFaults {
  slow: number;
  declined: number;
  /** A sale that was captured can be voided until it settles: at the latest after this. */
  settlesWithinMs: number;
}

export type SaleOrder = Pick<Sale, 'paymentId' | 'minor' | 'isFromBank'>;

/**
 * The processor: no idempotency, no duplicate check, and a request that was cut may land within its own time limit. A sale is
 * voided before it settles, or given back after it, never above what it took.
 */
export interface Gateway {
  sales: Map<string, Sale>;
  refunds: GivenBack[];
  deeds: Deed[];
  bank: Bank;
  sell(order: SaleOrder, answer: (value: GatewayAnswer) => void): void;
  search(paymentId: string, answer: (value: SearchAnswer) => void): void;
  find(vendorId: string, answer: (value: Sale | 'unanswered') => void): void;
  void(vendorId: string, answer: (value: VoidAnswer) => void): void;
  refund(
    order: { vendorId: string; minor: number; refundId: string },
    answer: (value: RefundAnswer) => void,
  ): void;
  searchRefunds(refundId: string, answer: (value: RefundSearch) => void): void;
  /** Every sale that there is, as it stands. */
  list(answer: (value: Sale[] | 'unanswered') => void): void;
  /** Called for all that happens to sales and disputes: the notice comes some time later. */
  onNews(tell: (news: News) => void): void;
  calm(): void;
  lateLandings(): number;
  lostAnswers(): number;
}

/** Nothing settles in the very moment of its sale. */
const SETTLES_NOT_BEFORE_MS = 20_000;

export function openGateway(kernel: Kernel, faults: GatewayFaults): Gateway {
  const { dice } = kernel;
  const net = openNetwork(kernel, faults);
  const sales = new Map<string, Sale>();
  const refunds: GivenBack[] = [];
  const deeds: Deed[] = [];
  let tell: (news: News) => void = () => {};
  const bank = openBank(kernel, faults, { net, deeds, tell: (news) => tell(news) });

  const { land, voidSale, giveBack } = openBooks({
    kernel,
    faults,
    sales,
    refunds,
    deeds,
    bank,
    tell: (news) => tell(news),
  });
  const saleOf = (vendorId: string) => sales.get(vendorId) as Sale;
  return {
    sales,
    refunds,
    deeds,
    bank,
    sell(order, answer) {
      const slowMs = net.strikes(faults.slow) ? dice() * 40_000 : 0;
      net.order(() => land(order), { kind: 'unknown' }, answer, slowMs);
    },
    search(paymentId, answer) {
      const read = () => [...sales.values()].filter((sale) => sale.paymentId === paymentId);
      net.ask<SearchAnswer>(
        () => ({ kind: 'found', sales: read().map((sale) => ({ ...sale })) }),
        { kind: 'unanswered' },
        answer,
      );
    },
    find: (vendorId, answer) => net.ask(() => ({ ...saleOf(vendorId) }), 'unanswered' as const, answer),
    void: (vendorId, answer) => net.order(() => voidSale(saleOf(vendorId)), 'unknown', answer),
    refund({ vendorId, minor, refundId }, answer) {
      net.order(() => giveBack(saleOf(vendorId), minor, refundId), 'unknown', answer);
    },
    searchRefunds(refundId, answer) {
      const read = () => refunds.filter((refund) => refund.refundId === refundId);
      net.ask<RefundSearch>(() => ({ kind: 'found', refunds: read() }), { kind: 'unanswered' }, answer);
    },
    list(answer) {
      const read = () => [...sales.values()].map((sale) => ({ ...sale }));
      net.ask<Sale[] | 'unanswered'>(read, 'unanswered', answer);
    },
    onNews(act) {
      tell = act;
    },
    calm: net.calm,
    lateLandings: net.lateLandings,
    lostAnswers: net.lostAnswers,
  };
}

interface Books {
  kernel: Kernel;
  faults: GatewayFaults;
  sales: Map<string, Sale>;
  refunds: GivenBack[];
  deeds: Deed[];
  bank: Bank;
  tell(news: News): void;
}

/** What moves money once its request is there. */
function openBooks({ kernel, faults, sales, refunds, deeds, bank, tell }: Books) {
  const { dice, after } = kernel;
  const land = (order: SaleOrder): GatewayAnswer => {
    const isDeclined = dice() < faults.declined;
    const id = `sale-${sales.size + 1}`;
    const sale: Sale = { id, ...order, status: isDeclined ? 'declined' : 'captured' };
    sales.set(id, sale);
    if (!isDeclined) {
      deeds.push({ did: 'capture', sale });
      bank.captured(sale);
      after(SETTLES_NOT_BEFORE_MS + dice() * faults.settlesWithinMs, () => {
        if (sale.status !== 'captured') return;
        sale.status = 'settled';
        bank.settled(sale);
      });
    }
    tell({ about: 'sale', subjectId: id, status: sale.status });
    return { kind: isDeclined ? 'declined' : 'approved', vendorId: id };
  };
  const voidSale = (sale: Sale): VoidAnswer => {
    if (sale.status !== 'captured') return 'refused';
    sale.status = 'voided';
    deeds.push({ did: 'void', sale });
    return 'done';
  };
  const giveBack = (sale: Sale, minor: number, refundId: string): RefundAnswer => {
    if (sale.status === 'captured') return 'not-settled';
    if (sale.status !== 'settled' || minor > leftOf(sale, refunds)) return 'refused';
    const refund = { id: `refund-${refunds.length + 1}`, saleId: sale.id, refundId, minor };
    refunds.push(refund);
    deeds.push({ did: 'give back', sale, refund });
    return 'done';
  };
  return { land, voidSale, giveBack };
}

function leftOf(sale: Sale, refunds: readonly GivenBack[]): number {
  const given = refunds.filter(({ saleId }) => saleId === sale.id);
  return given.reduce((left, { minor }) => left - minor, sale.minor);
}
