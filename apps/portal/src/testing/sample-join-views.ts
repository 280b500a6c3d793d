import type { JoinView } from '@kvitt/api/portal/join-view';

type JoinStep = Extract<JoinView, { kind: 'join' }>;

const join: JoinStep = {
  kind: 'join',
  words:
    'I agree to get texts from Nordlys Energy at this number about my bills, also when one is late, about four a month. Message and data rates may apply. Reply STOP to end, HELP for help.',
  typed: { phone: '', accountNumber: '', postalCode: '' },
  source: 'page',
  ourNumber: '+14150000001',
};
const typed = { phone: '415 555 0123', accountNumber: 'A-20418', postalCode: '94107' };
const code = { kind: 'join-code', joinId: '01930000-0000-7000-8000-00000000000a', phoneTail: '23' } as const;

/** The pages of who has no link yet, in every state that looks different. */
export const sampleJoinViews: Record<string, JoinView> = {
  join,
  'join-no-match': { ...join, typed, problem: 'NO_MATCH' },
  'join-not-a-phone': { ...join, typed: { ...typed, phone: '12' }, problem: 'NOT_A_PHONE' },
  'join-stopped': { ...join, typed, problem: 'STOPPED' },
  'join-code': code,
  'join-code-waits': { ...code, waitsUntilIso: '2026-11-22T14:00:00Z' },
  'join-code-wrong': { ...code, problem: { kind: 'wrong', triesLeft: 4 } },
  'join-code-over': { ...code, problem: { kind: 'over' } },
  joined: { kind: 'joined' },
};
