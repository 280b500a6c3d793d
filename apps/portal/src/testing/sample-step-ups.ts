import type { PortalView } from '@kvitt/api/portal/page';
import type { StepUpView } from '@kvitt/api/portal/step-up-view';

const step = (changes: Partial<StepUpView>): PortalView => ({
  kind: 'step-up',
  step: {
    why: 'rest',
    next: 'account',
    way: 'postal-code',
    others: ['text-code'],
    phoneTail: '42',
    isCodeSent: false,
    hasPasskey: false,
    ...changes,
  },
});

/** The page that asks for a proof, in each of its states. */
export const sampleStepUps: Record<string, PortalView> = {
  'step-up': step({}),
  'step-up-aged': step({ why: 'aged', next: '', way: 'date-of-birth' }),
  'step-up-passkey': step({ hasPasskey: true }),
  'step-up-wrong': step({ problem: { kind: 'wrong', triesLeft: 1 } }),
  'step-up-send': step({ way: 'text-code', others: ['postal-code', 'date-of-birth'] }),
  'step-up-code': step({ way: 'text-code', isCodeSent: true, others: [] }),
  'step-up-locked': step({
    way: undefined,
    others: [],
    problem: { kind: 'locked', untilIso: '2026-11-22T20:10:00Z' },
  }),
  'step-up-none': step({ way: undefined, others: [], phoneTail: '' }),
};
