import type { PortalView } from '@kvitt/api/portal/page';

/** What a customer is texted, as they chose it, and after a STOP. */
export const samplePreferences: Record<string, PortalView> = {
  preferences: {
    kind: 'preferences',
    preferences: {
      phoneTail: '42',
      bills: { isOn: true, words: 'I agree to get texts from Nordlys Energy at this number about my bills.' },
      news: { isOn: false, words: 'I agree to get automated marketing texts from Nordlys Energy.' },
      hasLinks: true,
      hasPaper: false,
      language: 'en',
      coming: [
        { kind: 'reminder', on: '2026-11-26', number: '2026-10482' },
        { kind: 'charge', on: '2026-11-26', number: '2026-10481' },
        { kind: 'receipt', on: '2026-11-27', number: '2026-10481' },
        { kind: 'part', on: '2026-12-01', number: '2' },
        { kind: 'promise', on: '2026-12-04', number: '2026-10482' },
        { kind: 'waiting', on: '2026-12-05', number: '2026-10482' },
      ],
      hours: { fromHour: 9, toHour: 18, isWeekdaysOnly: true },
      isDone: true,
      isStopped: false,
      push: { publicKey: 'BElO', isOnHere: true, kinds: ['bill'], elsewhere: 1 },
    },
  },
  'preferences-stopped': {
    kind: 'preferences',
    preferences: {
      phoneTail: '42',
      bills: { isOn: false, words: 'I agree to get texts about my bills.' },
      news: { isOn: false, words: 'I agree to get automated marketing texts.' },
      hasLinks: false,
      hasPaper: true,
      language: 'en',
      coming: [],
      isDone: false,
      isStopped: true,
    },
  },
};
