import type { Instalment } from './plan.ts';

/** An instalment with what of it is still to be paid. */
export interface OpenInstalment extends Instalment {
  openMinor: number;
}

export interface PlanStanding {
  /** All that is left. */
  leftMinor: number;
  /** What is due by today: the instalments whose day has come, as far as they are not paid. */
  dueMinor: number;
  /** What PAY is for: all that is due by today, or the next instalment; undefined where nothing is left. */
  next: { number: number; dueOn: string; amountMinor: number } | undefined;
  /** The oldest instalment whose day is over and that is not paid; undefined where there is none. */
  missed: OpenInstalment | undefined;
  /** How many are paid. */
  paidParts: number;
  instalments: readonly OpenInstalment[];
}

/**
 * Where a plan stands, from the ledger alone: what its bills still owe is laid on the instalments from the last one
 * backwards, so that whatever was paid, early or in other amounts, and whatever was credited, has settled the first ones.
 * What is owed beyond the plan, because money went back, is due with the first that is left.
 * @param balanceMinor what is due on its bills
 * @param today the customer's own day, `YYYY-MM-DD`
 */
export function standPlan(
  instalments: readonly Instalment[],
  balanceMinor: number,
  today: string,
): PlanStanding {
  const open = layBackwards(instalments, Math.max(0, balanceMinor));
  const unpaid = open.filter(({ openMinor }) => openMinor > 0);
  const due = unpaid.filter(({ dueOn }) => dueOn <= today);
  const dueMinor = sum(due);
  const [first] = unpaid;
  const last = due.at(-1) ?? first;
  return {
    leftMinor: Math.max(0, balanceMinor),
    dueMinor,
    next: last && {
      number: last.number,
      dueOn: first?.dueOn ?? last.dueOn,
      amountMinor: dueMinor || last.openMinor,
    },
    missed: due.find(({ dueOn }) => dueOn < today),
    paidParts: open.length - unpaid.length,
    instalments: open,
  };
}

function layBackwards(instalments: readonly Instalment[], balanceMinor: number): OpenInstalment[] {
  let rest = balanceMinor;
  const open = instalments.toReversed().map((one) => {
    const openMinor = Math.min(rest, one.amountMinor);
    rest -= openMinor;
    return { ...one, openMinor };
  });
  const [first, ...others] = open.reverse();
  return first ? [{ ...first, openMinor: first.openMinor + rest }, ...others] : [];
}

function sum(all: readonly OpenInstalment[]): number {
  return all.reduce((total, { openMinor }) => total + openMinor, 0);
}
