import type { BillView, CardFieldsSetup, PayStep, ReceiptView } from '@kvitt/api/portal/bill-views';
import type { PortalPage, PortalView } from '@kvitt/api/portal/page';
import { type Money, money } from '@kvitt/domain/money/money';
import { WALLET_KINDS } from '@kvitt/domain/payment/payment-method';
import { sampleAccountViews } from './sample-account-views.ts';
import { sampleCardViews } from './sample-cards.ts';
import { sampleJoinViews } from './sample-join-views.ts';
import { sampleMoneyViews } from './sample-money-views.ts';
import { sampleOwnViews } from './sample-own-views.ts';

const usd = (minor: number): Money => money(minor, 'USD');

const bill: BillView = {
  number: '2026-10482',
  maskedName: 'C••••y R•••a',
  description: 'Electricity, October 2026',
  total: usd(8420),
  amountDue: usd(8420),
  issuedOn: '2026-11-06',
  dueOn: '2026-11-27',
  daysUntilDue: 6,
};

const overdueBill: BillView = {
  ...bill,
  dueOn: '2026-11-09',
  daysUntilDue: -12,
  amountDue: usd(5420),
  changes: [
    { on: '2026-11-08', kind: 'credit-used', amount: usd(-500) },
    { on: '2026-11-11', kind: 'paid', amount: usd(-2000) },
    { on: '2026-11-14', kind: 'paid', amount: usd(-500) },
  ],
};

/** As long as names, numbers and amounts get, with characters that HTML and JSON must not take for their own. */
const longBill: BillView = {
  ...bill,
  number: 'INV-2026-000000010482-B-REISSUE',
  maskedName: 'M•••••••••••a F••••••••••••••-H•••••••••••n',
  description:
    'Water & sewer <b>for</b> the "third" quarter</script><script>alert(1)</script>, with the meter exchange agreed on September 14',
  total: usd(128400050),
  amountDue: usd(128400050),
  dueOn: '2027-01-04',
  daysUntilDue: 44,
};

const card = { brand: 'Visa', last4: '4242', expMonth: 9, expYear: 2028 };

const receipt: ReceiptView = {
  paymentId: 'pay_1',
  reference: '8F3K21',
  amount: usd(8420),
  paidAt: '2026-11-21T20:10:00Z',
  card,
  invoiceNumber: '2026-10482',
  remaining: usd(0),
  split: [{ invoiceNumber: '2026-10482', amount: usd(8420), remaining: usd(0) }],
  isCardKept: false,
};

const fields: CardFieldsSetup = {
  mode: 'local-emulator',
  authorization: 'sandbox_authorization',
  clientModule: '/bt-sandbox/client.js',
};

const BILL_ID = '01930000-0000-7000-8000-000000000001';

const stepFor = ({ number, amountDue }: BillView) => ({
  paymentId: 'pay_1',
  total: amountDue,
  split: [{ invoiceId: BILL_ID, number, amount: amountDue, isPartial: false }],
  parts: `${BILL_ID}:${amountDue.minor}`,
});

const payWith = (problem?: PayStep['problem']): PortalView => ({
  kind: 'pay',
  bill,
  pay: { ...stepFor(bill), fields, ...(problem ? { problem } : {}) },
});

/** One view for every kind and for every state of it that looks different; named for tests and for looking at. */
export const sampleViews: Record<string, PortalView> = {
  ...sampleAccountViews,
  ...sampleJoinViews,
  ...sampleOwnViews,
  ...sampleCardViews,
  ...sampleMoneyViews,
  bill: { kind: 'bill', bill },
  'bill-tomorrow': { kind: 'bill', bill: { ...bill, dueOn: '2026-11-22', daysUntilDue: 1 } },
  'bill-known': {
    kind: 'bill',
    bill: {
      ...bill,
      maskedName: 'Cindy Rivera',
      mayMoveDue: true,
      lines: [
        { description: 'Energy, 412 kWh', amount: usd(6625) },
        { description: 'Standing charge', amount: usd(1795) },
      ],
    },
  },
  'bill-changed': {
    kind: 'bill',
    bill: {
      ...bill,
      amountDue: usd(8220),
      changes: [
        { on: '2026-11-06', kind: 'early-discount', amount: usd(-500) },
        { on: '2026-11-12', kind: 'late-fee', amount: usd(300) },
      ],
    },
  },
  'bill-usage': {
    kind: 'bill',
    bill: {
      ...bill,
      usage: [
        {
          description: 'Electricity',
          bills: [
            { on: '2026-09-06', quantityMilli: 402_500 },
            { on: '2026-10-06', quantityMilli: 366_000 },
            { on: '2026-11-06', quantityMilli: 412_000 },
          ],
          changePercent: 13,
        },
        {
          description: 'Water',
          bills: [
            { on: '2026-10-06', quantityMilli: 9_000 },
            { on: '2026-11-06', quantityMilli: 8_100 },
          ],
          changePercent: -10,
        },
      ],
    },
  },
  'bill-overdue': { kind: 'bill', bill: overdueBill },
  'bill-long': { kind: 'bill', bill: longBill },
  pay: payWith(),
  'pay-declined': payWith({ kind: 'declined', decline: 'insufficient-funds', card }),
  'pay-duplicate': payWith({ kind: 'declined', decline: 'duplicate' }),
  'pay-amount-changed': payWith({ kind: 'amount-changed' }),
  'pay-not-ready': payWith({ kind: 'not-ready' }),
  'pay-wallets': {
    kind: 'pay',
    bill,
    pay: { ...stepFor(bill), fields: { ...fields, wallets: WALLET_KINDS } },
  },
  'pay-long': { kind: 'pay', bill: longBill, pay: { ...stepFor(longBill), fields } },
  settled: { kind: 'settled', receipt },
  'settled-wallet': {
    kind: 'settled',
    receipt: { ...receipt, card: { brand: 'Apple Pay Visa', last4: '8886' } },
  },
  'settled-kept': { kind: 'settled', receipt: { ...receipt, isCardKept: true } },
  'settled-part': {
    kind: 'settled',
    receipt: { ...receipt, amount: usd(4000), remaining: usd(4420), isCardKept: true },
  },
  'settled-several': {
    kind: 'settled',
    receipt: {
      ...receipt,
      amount: usd(10_000),
      split: [
        { invoiceNumber: '2026-10482', amount: usd(8420), remaining: usd(0) },
        { invoiceNumber: '2026-10511', amount: usd(1580), remaining: usd(0) },
      ],
    },
  },
  checking: { kind: 'checking', bill, paymentId: 'pay_1' },
  'nothing-due': { kind: 'nothing-due', bill: { ...bill, amountDue: usd(0) } },
  'nothing-due-receipt': { kind: 'nothing-due', bill: { ...bill, amountDue: usd(0) }, receipt },
  expired: { kind: 'expired', phoneTail: '0142' },
  'fresh-link-sent': { kind: 'fresh-link-sent', phoneTail: '0142' },
  'unknown-link': { kind: 'unknown-link' },
  'slow-down': { kind: 'slow-down', retryAfterSeconds: 90 },
};

/** A whole page around one of the sample views; `changes` replace what the sample says. */
export function samplePage(view: string, changes: Partial<PortalPage> = {}): PortalPage {
  const found = sampleViews[view];
  if (!found) throw new Error(`no sample view called ${view}`);
  return {
    language: 'en',
    timeZone: 'America/Chicago',
    today: '2026-11-21',
    biller: {
      name: 'Nordlys Energy',
      accent: '#1f5c4d',
      supportPhone: '+13125550142',
      supportEmail: 'help@nordlys.example',
    },
    token: 'k7F2mQ9x',
    linkPrefix: 'https://pay.nordlys.example/',
    isSandbox: true,
    isUnlocked: false,
    view: found,
    ...changes,
  };
}

export const longBiller = {
  name: 'Greater Metropolitan Mountain Valley Water & Sewer Cooperative of Northern Illinois',
  accent: '#ffd166',
  supportPhone: '+13125550142',
  supportEmail: 'customer.accounts.and.billing@greatermetropolitanmountainvalleywater.example',
};
