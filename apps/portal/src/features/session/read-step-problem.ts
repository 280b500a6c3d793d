import type { StepUpView } from '@kvitt/api/portal/step-up-view';
import type { PageKit } from '../../kit/use-page.ts';

/** Why the account did not open, in words: what happened, and the way on. */
export function readStepProblem(
  problem: NonNullable<StepUpView['problem']>,
  way: StepUpView['way'],
  { t, format, phone }: PageKit,
): { tone: 'caution' | 'critical'; title: string; what: string } {
  switch (problem.kind) {
    case 'wrong':
      return {
        tone: 'critical',
        title: t(way === 'text-code' ? 'step.wrong-code' : 'step.wrong'),
        what: t('step.tries', { count: problem.triesLeft }),
      };
    case 'locked':
      return {
        tone: 'caution',
        title: t('step.locked', { until: format.moment(problem.untilIso) }),
        what: t('step.locked-what', { phone }),
      };
    case 'too-soon':
      return { tone: 'caution', title: t('step.too-soon'), what: t('step.too-soon-what') };
    case 'cannot-text':
      return {
        tone: 'caution',
        title: t('step.cannot-text'),
        what: t('step.cannot-text-what', { phone }),
      };
  }
}
