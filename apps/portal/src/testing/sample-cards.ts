import type { CardView } from '@kvitt/api/portal/card-view';
import type { PortalView } from '@kvitt/api/portal/page';

const actId = '01930000-0000-7000-8000-00000000000e';

const survey: CardView = {
  kind: 'survey',
  key: 'recommend',
  actId,
  title: 'How likely are you to recommend us to a friend?',
};
const offer: CardView = {
  kind: 'offer',
  key: 'autopay-early',
  actId,
  does: 'autopay',
  title: 'Never think of this bill again',
  body: 'Autopay pays on the due date. We text you a day before, and you can skip a bill.',
  action: 'Set up autopay',
};
const news: CardView = {
  kind: 'notice',
  key: 'works',
  actId,
  title: 'Works in Maple Street',
  body: 'Power is off on Tuesday from 9 to 11 in the morning.',
};

/** A card of each kind, to stand beside any bill. */
export const sampleCards = { survey, offer, news };

/** What is said after an answer, in every state that looks different. */
export const sampleCardViews: Record<string, PortalView> = {
  'card-thanks': { kind: 'card-answer', answer: { outcome: 'thanks', card: offer } },
  'card-unhappy': { kind: 'card-answer', answer: { outcome: 'unhappy' } },
  'card-passed-on': { kind: 'card-answer', answer: { outcome: 'passed-on' } },
  'card-no-score': { kind: 'card-answer', answer: { outcome: 'no-score', card: survey } },
};
