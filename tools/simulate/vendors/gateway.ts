import type { Kernel } from '../kernel/kernel.ts';

/** A sale as the processor keeps it. */
export interface Sale {
  id: string;
  paymentId: string;
  minor: number;
  status: 'captured' | 'declined' | 'voided';
}

export type GatewayAnswer = { kind: 'approved' | 'declined'; vendorId: string } | { kind: 'unknown' };
export type SearchAnswer = { kind: 'found'; sales: Sale[] } | { kind: 'unanswered' };

export interface GatewayFaults {
  lost: number;
  answerLost: number;
  late: number;
  unavailable: number;
  slow: number;
  declined: number;
}

/** The processor: no idempotency, no duplicate check, and a request that was cut may land within its own time limit. */
export interface Gateway {
  sales: Map<string, Sale>;
  sell(paymentId: string, minor: number, answer: (value: GatewayAnswer) => void): void;
  search(paymentId: string, answer: (value: SearchAnswer) => void): void;
  find(vendorId: string, answer: (value: Sale | 'unanswered') => void): void;
  void(vendorId: string, answer: (value: 'done' | 'unknown') => void): void;
  /** Called for every sale that is made: the notice comes some time later. */
  onSale(tell: (sale: Sale) => void): void;
  calm(): void;
  lateLandings(): number;
  lostAnswers(): number;
}

/** The processor's own limit for a request: what was sent is there after this, or never. */
const LONGEST_LANDING_MS = 60_000;

/** What a gateway is made of while it runs. */
interface Inside {
  kernel: Kernel;
  faults: GatewayFaults;
  sales: Map<string, Sale>;
  isCalm: boolean;
  lateLandings: number;
  lostAnswers: number;
  tell(sale: Sale): void;
}

export function openGateway(kernel: Kernel, faults: GatewayFaults): Gateway {
  const sales = new Map<string, Sale>();
  const inside: Inside = {
    kernel,
    faults,
    sales,
    isCalm: false,
    lateLandings: 0,
    lostAnswers: 0,
    tell: () => {},
  };
  return {
    sales,
    sell: (paymentId, minor, answer) => sell(inside, { paymentId, minor }, answer),
    search(paymentId, answer) {
      const read = (): SearchAnswer => ({
        kind: 'found',
        sales: [...sales.values()]
          .filter((sale) => sale.paymentId === paymentId)
          .map((sale) => ({ ...sale })),
      });
      ask(inside, read, { kind: 'unanswered' }, answer);
    },
    find(vendorId, answer) {
      ask<Sale | 'unanswered'>(inside, () => ({ ...(sales.get(vendorId) as Sale) }), 'unanswered', answer);
    },
    void(vendorId, answer) {
      const act = () => {
        (sales.get(vendorId) as Sale).status = 'voided';
        return 'done' as const;
      };
      ask<'done' | 'unknown'>(inside, act, 'unknown', answer);
    },
    onSale(act) {
      inside.tell = act;
    },
    calm() {
      inside.isCalm = true;
    },
    lateLandings: () => inside.lateLandings,
    lostAnswers: () => inside.lostAnswers,
  };
}

function strikes({ kernel, isCalm }: Inside, share: number): boolean {
  return !isCalm && kernel.dice() < share;
}

function tripMs({ kernel }: Inside): number {
  return 20 + kernel.dice() * 400;
}

function land(inside: Inside, order: { paymentId: string; minor: number }): Sale {
  const status = inside.kernel.dice() < inside.faults.declined ? 'declined' : 'captured';
  const sale: Sale = { id: `sale-${inside.sales.size + 1}`, ...order, status };
  inside.sales.set(sale.id, sale);
  inside.tell(sale);
  return sale;
}

function sell(
  inside: Inside,
  order: { paymentId: string; minor: number },
  answer: (value: GatewayAnswer) => void,
): void {
  const { kernel, faults } = inside;
  if (strikes(inside, faults.lost)) return;
  if (strikes(inside, faults.unavailable)) {
    kernel.after(tripMs(inside), () => answer({ kind: 'unknown' }));
    return;
  }
  if (strikes(inside, faults.late)) {
    inside.lateLandings += 1;
    // The caller sees a cut connection at once, and the request goes on without it.
    kernel.after(tripMs(inside), () => answer({ kind: 'unknown' }));
    kernel.after(2_000 + kernel.dice() * (LONGEST_LANDING_MS - 2_000), () => land(inside, order));
    return;
  }
  const isSlow = strikes(inside, faults.slow);
  kernel.after(tripMs(inside) + (isSlow ? kernel.dice() * 40_000 : 0), () => {
    const { status, id } = land(inside, order);
    if (strikes(inside, faults.answerLost)) inside.lostAnswers += 1;
    else {
      const kind = status === 'captured' ? 'approved' : 'declined';
      kernel.after(tripMs(inside), () => answer({ kind, vendorId: id }));
    }
  });
}

/** What only reads, or can be repeated without harm: it is answered, or it is not. */
function ask<T>(inside: Inside, read: () => T, unanswered: T, answer: (value: T) => void): void {
  const { kernel, faults } = inside;
  if (strikes(inside, faults.lost)) return;
  const isUnavailable = strikes(inside, faults.unavailable);
  const isAnswered = !strikes(inside, faults.answerLost);
  kernel.after(tripMs(inside), () => {
    const value = isUnavailable ? unanswered : read();
    if (isAnswered) kernel.after(tripMs(inside), () => answer(value));
  });
}
