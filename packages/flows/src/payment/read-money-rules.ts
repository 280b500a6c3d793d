import { INTEREST_LAWS } from '@kvitt/domain/invoice/default-interest';
import { LATE_FEE_LAWS } from '@kvitt/domain/invoice/late-fee';
import type { MoneyRules } from '@kvitt/domain/payment/money-rules';
import { z } from 'zod';

const minor = z.number().int().min(0).max(1e12);
const days = z.number().int().min(0).max(365);
const percent = z.number().int().min(0).max(100);

const RULES = z
  .strictObject({
    partMinimumMinor: minor.nullable(),
    undoMinutes: z.number().int().min(0).max(60),
    refundAloneUpToMinor: minor,
    smallDifferenceUpToMinor: minor,
    disputeFeeMinor: minor,
    lateFee: z
      .strictObject({
        country: z.enum(Object.keys(LATE_FEE_LAWS) as (keyof typeof LATE_FEE_LAWS)[]),
        feeMinor: minor,
        mostPercent: percent,
        graceDays: days,
        isAgreed: z.boolean(),
      })
      .nullable(),
    cardFee: z
      .discriminatedUnion('kind', [
        z.strictObject({
          kind: z.literal('surcharge'),
          bp: z.number().int().min(1).max(400),
          costBp: z.number().int().min(1).max(1_000),
          announcedOn: z.iso.date(),
        }),
        z.strictObject({ kind: z.literal('convenience'), feeMinor: minor.min(1).max(1_000) }),
      ])
      .nullable(),
    interest: z
      .strictObject({
        country: z.enum(Object.keys(INTEREST_LAWS) as (keyof typeof INTEREST_LAWS)[]),
        agreedBp: z.number().int().min(0).max(10_000),
        isAgreed: z.boolean(),
        rates: z
          .array(z.strictObject({ from: z.iso.date(), bp: z.number().int().min(-1_000).max(10_000) }))
          .max(200),
      })
      .nullable(),
    earlyDiscount: z
      .strictObject({
        percent: z.number().int().min(1).max(50),
        withinDays: z.number().int().min(1).max(90),
        offerDaysBefore: z.number().int().min(0).max(90).nullable().optional(),
      })
      .nullable(),
    dueMove: z
      .strictObject({
        withinDays: z.number().int().min(1).max(90),
        timesPerYear: z.number().int().min(1).max(12),
        notWhenLateByMoreThan: z.number().int().min(0).max(60),
      })
      .nullable(),
    interruptionAfterDays: days.nullable(),
    autopay: z.strictObject({
      aheadDays: z.number().int().min(1).max(30),
      chargeMinute: z.number().int().min(0).max(1439),
    }),
    promise: z.strictObject({ withinDays: days, graceDays: days, leastPercent: percent }),
    credit: z.strictObject({
      paperlessMinor: minor,
      paperlessKeepDays: days,
      expiresAfterDays: z.number().int().min(1).max(3_650).nullable(),
      agentUpToMinor: minor,
      leadUpToMinor: minor,
    }),
    plan: z.strictObject({
      isSelfSet: z.boolean(),
      leastMinor: minor,
      leastPartMinor: minor.min(1),
      mostParts: z.number().int().min(2).max(36),
      mostMonths: z.number().int().min(1).max(36),
      firstWithinDays: days,
      graceDays: z.number().int().min(0).max(60),
    }),
  })
  .partial();

/** What is wrong with one rule: `too_small` and `too_big` name the bound, anything else is not what belongs there. */
export interface RuleProblem {
  /** Where it stands: `lateFee.feeMinor`. */
  path: string;
  code: 'too_small' | 'too_big' | 'not_valid';
  bound?: number;
}

/** Reads rules about money that came from outside: some of them, each within its bounds, or what is wrong with them. */
export function readMoneyRules(
  input: unknown,
): { rules: Partial<MoneyRules> } | { problem: string; problems: RuleProblem[] } {
  const read = RULES.safeParse(input);
  if (!read.success) {
    const problems = read.error.issues.map(nameProblem);
    return { problem: z.prettifyError(read.error), problems };
  }
  // What is absent is absent: no rule is undefined.
  return { rules: JSON.parse(JSON.stringify(read.data)) as Partial<MoneyRules> };
}

function nameProblem(issue: z.core.$ZodIssue): RuleProblem {
  // A rule that there is none of stands in the list of such keys, and its path is that of its owner.
  const unknown = issue.code === 'unrecognized_keys' ? issue.keys : [];
  const path = [...issue.path, ...unknown.slice(0, 1)].join('.');
  if (issue.code === 'too_small') return { path, code: 'too_small', bound: Number(issue.minimum) };
  if (issue.code === 'too_big') return { path, code: 'too_big', bound: Number(issue.maximum) };
  return { path, code: 'not_valid' };
}
