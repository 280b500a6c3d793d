/** What becomes of a request that moves money: its answer arrives, or is lost though it was performed, or it never arrived. */
export type Fate = 'answered' | 'lost-done' | 'lost-nowhere';

interface ModelSale {
  amountMinor: number;
  isVoided: boolean;
  isSettled: boolean;
  /** What banks have taken of it, less what they gave back. */
  takenMinor: number;
  captures: number;
  /** By the refund's id: how often it was made, and what it gave back in all. */
  refunds: Map<string, { times: number; minor: number }>;
}

/**
 * The processor of the model. It knows no keys and forgives nothing: what is asked of it twice it does twice, as far as the
 * sale allows.
 */
export class Processor {
  readonly sales = new Map<string, ModelSale>();

  capture(paymentId: string, amountMinor: number): void {
    const sale = this.sales.get(paymentId);
    if (sale) sale.captures += 1;
    else {
      const state = { isVoided: false, isSettled: false, takenMinor: 0, captures: 1 };
      this.sales.set(paymentId, { amountMinor, ...state, refunds: new Map() });
    }
  }

  settle(paymentId: string): void {
    const sale = this.sales.get(paymentId);
    if (sale && !sale.isVoided) sale.isSettled = true;
  }

  /** Only before it settles; a sale that is voided already is refused like one that has settled. */
  void(paymentId: string): 'done' | 'refused' {
    const sale = this.sales.get(paymentId);
    if (!sale || sale.isVoided || sale.isSettled) return 'refused';
    sale.isVoided = true;
    return 'done';
  }

  refund(paymentId: string, refundId: string, minor: number): 'done' | 'not-settled' | 'refused' {
    const sale = this.sales.get(paymentId);
    if (sale && !sale.isVoided && !sale.isSettled) return 'not-settled';
    if (!sale || sale.isVoided || minor > sale.amountMinor - refundedOf(sale)) return 'refused';
    const made = sale.refunds.get(refundId) ?? { times: 0, minor: 0 };
    sale.refunds.set(refundId, { times: made.times + 1, minor: made.minor + minor });
    return 'done';
  }

  isVoided(paymentId: string): boolean {
    return this.sales.get(paymentId)?.isVoided === true;
  }

  isSettled(paymentId: string): boolean {
    return this.sales.get(paymentId)?.isSettled === true;
  }

  shows(paymentId: string, refundId: string): boolean {
    return this.sales.get(paymentId)?.refunds.has(refundId) === true;
  }

  /** A customer's bank takes money of a sale, or gives it back where it is below nothing. */
  take(paymentId: string, minor: number): void {
    const sale = this.sales.get(paymentId);
    if (sale) sale.takenMinor += minor;
  }

  /** What it holds of a payment. */
  heldOf(paymentId: string): number {
    const sale = this.sales.get(paymentId);
    if (!sale || sale.isVoided) return 0;
    return sale.amountMinor * sale.captures - refundedOf(sale) - sale.takenMinor;
  }
}

export function refundedOf({ refunds }: Pick<ModelSale, 'refunds'>): number {
  return [...refunds.values()].reduce((sum, { minor }) => sum + minor, 0);
}
