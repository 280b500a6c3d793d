/**
 * How a rule about money is written down. `money` in the biller's currency · `bp` a rate in percent, kept in hundredths of
 * one · `clock` a time of day, kept in minutes past midnight · `country`, `switch` chosen · the rest whole numbers.
 */
export type RuleKind =
  | 'money'
  | 'bp'
  | 'clock'
  | 'days'
  | 'percent'
  | 'minutes'
  | 'count'
  | 'country'
  | 'switch';

export interface RuleField {
  /** Where it stands among the rules: `lateFee.feeMinor`. */
  path: string;
  kind: RuleKind;
  /** Nothing at all is a rule too. */
  mayBeEmpty?: true;
}

export interface RuleSection {
  key: string;
  /** The rule that the whole section is, where there may be none: switched on, it begins with these. */
  start?: Readonly<Record<string, unknown>>;
  fields: readonly RuleField[];
}

const field = (path: string, kind: RuleKind): RuleField => ({ path, kind });
const orNothing = (path: string, kind: RuleKind): RuleField => ({ path, kind, mayBeEmpty: true });

/** Every rule about money but the card fee, in the order of its page. */
export const RULE_SECTIONS: readonly RuleSection[] = [
  {
    key: 'paying',
    fields: [
      orNothing('partMinimumMinor', 'money'),
      field('undoMinutes', 'minutes'),
      field('smallDifferenceUpToMinor', 'money'),
    ],
  },
  { key: 'back', fields: [field('refundAloneUpToMinor', 'money'), field('disputeFeeMinor', 'money')] },
  {
    key: 'lateFee',
    start: { country: 'US', feeMinor: 500, mostPercent: 10, graceDays: 5, isAgreed: false },
    fields: [
      field('lateFee.country', 'country'),
      field('lateFee.feeMinor', 'money'),
      field('lateFee.mostPercent', 'percent'),
      field('lateFee.graceDays', 'days'),
      field('lateFee.isAgreed', 'switch'),
    ],
  },
  {
    key: 'interest',
    start: { country: 'US', agreedBp: 0, isAgreed: false, rates: [] },
    fields: [
      field('interest.country', 'country'),
      field('interest.agreedBp', 'bp'),
      field('interest.isAgreed', 'switch'),
    ],
  },
  { key: 'interruption', fields: [orNothing('interruptionAfterDays', 'days')] },
  {
    key: 'earlyDiscount',
    start: { percent: 2, withinDays: 10, offerDaysBefore: 2 },
    fields: [
      field('earlyDiscount.percent', 'percent'),
      field('earlyDiscount.withinDays', 'days'),
      orNothing('earlyDiscount.offerDaysBefore', 'days'),
    ],
  },
  {
    key: 'dueMove',
    start: { withinDays: 14, timesPerYear: 2, notWhenLateByMoreThan: 0 },
    fields: [
      field('dueMove.withinDays', 'days'),
      field('dueMove.timesPerYear', 'count'),
      field('dueMove.notWhenLateByMoreThan', 'days'),
    ],
  },
  {
    key: 'promise',
    fields: [
      field('promise.withinDays', 'days'),
      field('promise.graceDays', 'days'),
      field('promise.leastPercent', 'percent'),
    ],
  },
  {
    key: 'plan',
    fields: [
      field('plan.isSelfSet', 'switch'),
      field('plan.leastMinor', 'money'),
      field('plan.leastPartMinor', 'money'),
      field('plan.mostParts', 'count'),
      field('plan.mostMonths', 'count'),
      field('plan.firstWithinDays', 'days'),
      field('plan.graceDays', 'days'),
    ],
  },
  { key: 'autopay', fields: [field('autopay.aheadDays', 'days'), field('autopay.chargeMinute', 'clock')] },
  {
    key: 'credit',
    fields: [
      field('credit.paperlessMinor', 'money'),
      field('credit.paperlessKeepDays', 'days'),
      orNothing('credit.expiresAfterDays', 'days'),
      field('credit.agentUpToMinor', 'money'),
      field('credit.leadUpToMinor', 'money'),
    ],
  },
];

/** How the rule at a path is written down; undefined for those that have no field, as the reference rates. */
export function kindOf(path: string): RuleKind | undefined {
  return RULE_SECTIONS.flatMap(({ fields }) => fields).find((one) => one.path === path)?.kind;
}
