/** How much of something one bill is for: the lines of one description together. */
export interface UsedOnBill {
  invoiceId: string;
  /** `YYYY-MM-DD`, when the bill was issued. */
  on: string;
  description: string;
  /** Thousandths of a unit. */
  quantityMilli: number;
}

/** What somebody used of one thing, bill by bill. */
export interface Usage {
  description: string;
  /** Oldest first; the last one is this bill's. */
  bills: readonly { on: string; quantityMilli: number }[];
  /** Against the bill before, in whole percent; below nothing where it is less. */
  changePercent: number;
}

/** A year, and the same month of the one before. */
const BILLS = 13;

/**
 * Tells what a bill's quantities say of use: things that earlier bills of the account had too, in amounts that change. What is
 * the same on every bill is a subscription and says nothing. Descriptions are compared as they are written, but for case.
 * @param used of the account's bills up to this one, in any order
 */
export function compareUsage(used: readonly UsedOnBill[], invoiceId: string): Usage[] {
  const own = used.filter((one) => one.invoiceId === invoiceId);
  return own.flatMap(({ description, on, quantityMilli }) => {
    const before = used
      .filter((one) => one.invoiceId !== invoiceId && isSame(one.description, description) && one.on < on)
      .sort((a, b) => a.on.localeCompare(b.on));
    const bills = [...before, { on, quantityMilli }]
      .slice(-BILLS)
      .map((one) => ({ on: one.on, quantityMilli: one.quantityMilli }));
    const last = before.at(-1)?.quantityMilli ?? 0;
    const isMetered = new Set(bills.map((one) => one.quantityMilli)).size > 1;
    if (!isMetered || last <= 0 || quantityMilli < 0) return [];
    const changePercent = Math.round(((quantityMilli - last) / last) * 100);
    return [{ description, bills, changePercent }];
  });
}

function isSame(a: string, b: string): boolean {
  return a.trim().toLowerCase() === b.trim().toLowerCase();
}
