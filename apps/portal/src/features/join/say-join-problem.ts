import type { JoinView } from '@kvitt/api/portal/join-view';
import type { Translate } from '../../kit/translate.ts';

type Problem = NonNullable<Extract<JoinView, { kind: 'join' }>['problem']>;

/** What a refusal says to who is joining: what happened, and what to do. */
export function sayJoinProblem(
  problem: Problem,
  t: Translate,
  { phone, number }: { phone: string; number: string },
): { title: string; what: string } {
  switch (problem) {
    case 'NOT_AGREED':
      return { title: t('join.not-agreed'), what: t('join.not-agreed-what') };
    case 'NOT_A_PHONE':
      return { title: t('join.not-a-phone'), what: t('join.not-a-phone-what') };
    case 'NOT_A_MOBILE':
      return { title: t('join.not-a-mobile'), what: t('join.not-a-mobile-what') };
    case 'NO_MATCH':
      return { title: t('join.no-match'), what: t('join.no-match-what', { phone }) };
    case 'JOINED_ALREADY':
      return { title: t('join.joined-already'), what: t('join.joined-already-what', { phone }) };
    case 'STOPPED':
      return { title: t('join.stopped'), what: t('join.stopped-what', { number }) };
    case 'ASKED_ALREADY':
      return { title: t('join.asked-already'), what: t('join.asked-already-what') };
    case 'TOO_OFTEN':
      return { title: t('join.too-often'), what: t('join.too-often-what') };
  }
}
