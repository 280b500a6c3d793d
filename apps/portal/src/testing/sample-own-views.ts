import type { PaperlessStep } from '@kvitt/api/portal/own-views';
import type { PortalView } from '@kvitt/api/portal/page';
import type { Money } from '@kvitt/domain/money/money';

const usd = (minor: number): Money => ({ minor, currency: 'USD' });

const paperless: PaperlessStep = {
  isOn: false,
  words: [
    'What it is about: all bills, receipts and notices of Nordlys Energy about your account.',
    'Your right to paper: you may have paper instead, now and at any time.',
    'I have opened the sample bill and agree to get all bills of Nordlys Energy without paper.',
  ],
  wordingKey: 'paperless@1',
  gift: usd(500),
  keepDays: 90,
  credits: [],
};

const credits: PaperlessStep['credits'] = [
  { creditId: 'c1', kind: 'paperless', amount: usd(500), left: usd(120), grantedOn: '2026-11-21' },
  {
    creditId: 'c2',
    kind: 'goodwill',
    amount: usd(1000),
    left: usd(1000),
    grantedOn: '2026-11-01',
    expiresOn: '2027-11-01',
  },
];

const { gift: _, ...having } = paperless;

/** The views on which customers arrange things for themselves, in every state that looks different. */
export const sampleOwnViews: Record<string, PortalView> = {
  paperless: { kind: 'paperless', paperless },
  'paperless-wrong': { kind: 'paperless', paperless: { ...paperless, problem: 'wrong-code' } },
  'paperless-on': { kind: 'paperless', paperless: { ...having, isOn: true, credits, done: 'on' } },
  'paperless-stopped': { kind: 'paperless', paperless: { ...having, problem: 'stopped' } },
};
