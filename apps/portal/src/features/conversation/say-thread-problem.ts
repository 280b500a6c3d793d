import type { ThreadView } from '@kvitt/api/portal/thread-view';
import type { PageKit } from '../../kit/use-page.ts';

/** Why a question was not taken, and what to do. */
export function sayThreadProblem(
  problem: NonNullable<ThreadView['problem']>,
  { t, phone }: Pick<PageKit, 't' | 'phone'>,
): { title: string; what: string } {
  switch (problem) {
    case 'empty':
      return { title: t('thread.empty'), what: t('thread.empty-what') };
    case 'too-long':
      return { title: t('thread.too-long'), what: t('thread.too-long-what', { phone }) };
    case 'no-thread':
      return { title: t('thread.no-thread'), what: t('thread.no-thread-what', { phone }) };
    case 'picture-kind':
      return { title: t('picture.kind'), what: t('picture.kind-what') };
    case 'picture-large':
      return { title: t('picture.large'), what: t('picture.large-what') };
    case 'picture-broken':
      return { title: t('picture.broken'), what: t('picture.broken-what') };
    case 'picture-many':
      return { title: t('picture.many'), what: t('picture.many-what', { phone }) };
  }
}
