import type { OwnDataView, PaperlessStep, PayersStep, PhonesStep } from '@kvitt/api/portal/own-views';
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

const payers: PayersStep = {
  inviteId: 'invite_1',
  number: '2026-10482',
  amountDue: usd(8420),
  phones: [{ phoneId: 'p2', tail: '88' }],
  invites: [
    { inviteId: 'i1', forWhom: 'Mum', number: '2026-10482', madeOn: '2026-11-20', endsOn: '2026-12-04' },
    { inviteId: 'i2', forWhom: '', number: '2026-10481', madeOn: '2026-11-19', endsOn: '2026-12-03' },
  ],
};

const phones: PhonesStep = {
  phones: [
    { phoneId: 'p1', tail: '42', isTexted: true },
    { phoneId: 'p2', tail: '17', isTexted: false },
  ],
  words: 'I agree to get texts from Nordlys Energy at this number about my bills.',
  coolingHours: 72,
};

const own: OwnDataView = {
  person: { name: 'Cindy Rivera', number: 'A-20418', postalCode: '60614', dateOfBirth: '1980-04-02' },
  rooms: [
    { room: 'person', count: 1 },
    { room: 'bills', count: 14 },
    { room: 'payments', count: 12 },
    { room: 'texts', count: 61 },
    { room: 'consents', count: 3 },
    { room: 'surveys', count: 0 },
  ],
  texts: [
    { at: '2026-11-20T15:00:00Z', isOurs: true, body: 'Cindy, your bill of $84.20 is due Fri, Nov 27.' },
    { at: '2026-11-20T15:04:00Z', isOurs: false, body: 'BAL' },
  ],
  consents: [{ at: '2026-01-10T15:00:00Z', words: 'I agree to get texts about my bills.' }],
  hasOpenBills: true,
  isDone: false,
};

/** The views on which customers arrange things for themselves, in every state that looks different. */
export const sampleOwnViews: Record<string, PortalView> = {
  payers: { kind: 'payers', payers },
  'payers-made': {
    kind: 'payers',
    payers: { ...payers, made: 'https://pay.nordlys.example/k7F2mQ9xk7F2mQ9x' },
  },
  'payers-many': { kind: 'payers', payers: { ...payers, problem: 'too-many' } },
  'guest-over': { kind: 'guest-over' },
  phones: { kind: 'phones', phones },
  'phones-code': {
    kind: 'phones',
    phones: { ...phones, code: { joinId: 'j1', phoneTail: '88', triesLeft: 4 } },
  },
  'phones-moving': {
    kind: 'phones',
    phones: { ...phones, move: { tail: '17', atIso: '2026-11-24T16:00:00Z' }, done: 'asked' },
  },
  'phones-wrong': { kind: 'phones', phones: { ...phones, problem: 'not-a-phone' } },
  'own-data': { kind: 'own-data', own },
  'own-data-asked': { kind: 'own-data', own: { ...own, askedAt: '2026-11-21T16:00:00Z', isDone: true } },
  passkeys: {
    kind: 'passkeys',
    passkeys: {
      passkeys: [{ passkeyId: 'k1', addedOn: '2026-10-02', usedOn: '2026-11-20' }],
      mayAdd: true,
      phoneTail: '17',
    },
  },
  'passkeys-closed': {
    kind: 'passkeys',
    passkeys: { passkeys: [], mayAdd: true, phoneTail: '17', done: 'closed' },
  },
  'passkeys-none': { kind: 'passkeys', passkeys: { passkeys: [], mayAdd: false, phoneTail: '17' } },
  paperless: { kind: 'paperless', paperless },
  'paperless-wrong': { kind: 'paperless', paperless: { ...paperless, problem: 'wrong-code' } },
  'paperless-on': { kind: 'paperless', paperless: { ...having, isOn: true, credits, done: 'on' } },
  'paperless-stopped': { kind: 'paperless', paperless: { ...having, problem: 'stopped' } },
};
