/** A line of a bill as its biller writes it. */
export interface PricedItem {
  description: string;
  /** Thousandths: 1000 is one, 1500 one and a half. Above nothing. */
  quantityMilli: number;
  /**
   * Before tax, for one, in thousandths of a minor unit, as energy is sold: 0.1234 is 12 340. Below nothing on a line that
   * takes something off.
   */
  unitMilli: number;
  /** Thousandths of a percent: 25 000 is 25 %, 8 875 is 8.875 %. */
  taxRateMilli: number;
}

/** The same with what it comes to, in minor units. */
export interface InvoiceLine extends PricedItem {
  netMinor: number;
  taxMinor: number;
}

/** What of a bill is taxed at one rate. */
export interface TaxSum {
  taxRateMilli: number;
  netMinor: number;
  taxMinor: number;
}

export interface PricedBill {
  lines: InvoiceLine[];
  /** One for each rate, the highest first. */
  taxes: TaxSum[];
  netMinor: number;
  taxMinor: number;
  totalMinor: number;
}

/**
 * Works out a bill from its lines, to the cent. Rounding, as EN 16931 has it: a line is its quantity times its price,
 * rounded half away from nothing; tax is worked out on the sum of a rate's lines and rounded once, so a bill of many small
 * lines is taxed as one of their sum. A line's own tax is what it adds to its rate's rounded running sum: the lines' taxes
 * add up to the bill's.
 */
export function priceLines(items: readonly PricedItem[]): PricedBill {
  const sums = new Map<number, TaxSum>();
  const lines = items.map((item) => {
    const netMinor = lineNet(item);
    const { taxRateMilli } = item;
    const before = sums.get(taxRateMilli) ?? { taxRateMilli, netMinor: 0, taxMinor: 0 };
    const net = before.netMinor + netMinor;
    const sum = { taxRateMilli, netMinor: net, taxMinor: taxOn(net, taxRateMilli) };
    sums.set(taxRateMilli, sum);
    return { ...item, netMinor, taxMinor: sum.taxMinor - before.taxMinor };
  });
  const taxes = [...sums.values()].toSorted((one, other) => other.taxRateMilli - one.taxRateMilli);
  const netMinor = lines.reduce((sum, line) => sum + line.netMinor, 0);
  const taxMinor = lines.reduce((sum, line) => sum + line.taxMinor, 0);
  return { lines, taxes, netMinor, taxMinor, totalMinor: netMinor + taxMinor };
}

/** The taxes of lines that are priced already, by rate, the highest first. */
export function sumTaxes(lines: readonly InvoiceLine[]): TaxSum[] {
  const sums = new Map<number, TaxSum>();
  for (const { taxRateMilli, netMinor, taxMinor } of lines) {
    const sum = sums.get(taxRateMilli) ?? { taxRateMilli, netMinor: 0, taxMinor: 0 };
    sums.set(taxRateMilli, {
      taxRateMilli,
      netMinor: sum.netMinor + netMinor,
      taxMinor: sum.taxMinor + taxMinor,
    });
  }
  return [...sums.values()].toSorted((one, other) => other.taxRateMilli - one.taxRateMilli);
}

/** Quantity times price, rounded half away from nothing, in minor units. */
function lineNet({ quantityMilli, unitMilli }: PricedItem): number {
  return divideRounded(BigInt(quantityMilli) * BigInt(unitMilli), 1_000_000n);
}

function taxOn(netMinor: number, taxRateMilli: number): number {
  return divideRounded(BigInt(netMinor) * BigInt(taxRateMilli), 100_000n);
}

/** Counts without floating point, which loses cents. */
function divideRounded(dividend: bigint, divisor: bigint): number {
  const half = dividend < 0n ? -divisor : divisor;
  return Number((2n * dividend + half) / (2n * divisor));
}
