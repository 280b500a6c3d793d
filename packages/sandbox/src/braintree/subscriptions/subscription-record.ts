/** Days are written `YYYY-MM-DD`, moments in milliseconds on the sandbox's clock, amounts as decimal strings. */

/** An add-on or a discount: of a merchant, of a plan, or of a subscription. */
export interface Modification {
  id: string;
  kind: 'add_on' | 'discount';
  merchantId: string;
  name: string | null;
  description: string | null;
  amount: string;
  quantity: number;
  /** `null` where it never expires. */
  numberOfBillingCycles: number | null;
  /** How many periods it was billed for; only in a subscription. */
  currentBillingCycle?: number;
  createdAt: number;
  updatedAt: number;
}

export interface Plan {
  id: string;
  merchantId: string;
  name: string | null;
  description: string | null;
  price: string;
  currency: string;
  billingDayOfMonth: number | null;
  /** In months. */
  billingFrequency: number;
  numberOfBillingCycles: number | null;
  trialDuration: number | null;
  trialDurationUnit: string | null;
  trialPeriod: boolean;
  addOns: Modification[];
  discounts: Modification[];
  createdAt: number;
  updatedAt: number;
}

export type SubscriptionStatus = 'Active' | 'Canceled' | 'Expired' | 'Past Due' | 'Pending';

export interface Subscription {
  id: string;
  planId: string;
  token: string;
  merchantAccountId: string;
  price: string;
  /** What is owed from failed charges; below zero where the customer has something to come. */
  balance: string;
  status: SubscriptionStatus;
  billingDayOfMonth: number;
  /** In months. */
  billingFrequency: number;
  firstBillingDate: string;
  nextBillingDate: string;
  billingPeriodStartDate: string | null;
  billingPeriodEndDate: string | null;
  paidThroughDate: string | null;
  currentBillingCycle: number;
  numberOfBillingCycles: number | null;
  trialPeriod: boolean;
  trialDuration: number | null;
  trialDurationUnit: string | null;
  failureCount: number;
  pastDueSince: string | null;
  description: string | null;
  descriptor: { name: string | null; phone: string | null; url: string | null };
  addOns: Modification[];
  discounts: Modification[];
  /** Newest first. */
  transactionIds: string[];
  history: SubscriptionEvent[];
  createdAt: number;
  updatedAt: number;
}

export interface SubscriptionEvent {
  status: SubscriptionStatus;
  at: number;
  price: string;
  balance: string;
  source: string;
  planId: string;
}
