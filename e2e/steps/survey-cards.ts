import type { saveCards } from '@kvitt/testing/beside/save-cards';

/** A survey for everybody, and the offer that who is glad is shown after it. */
export const SURVEY_CARDS: Parameters<typeof saveCards>[1] = [
  {
    kind: 'survey',
    key: 'would-you',
    priority: 99,
    promoterOffer: 'second-meter',
    words: { en: { title: 'Would you recommend us?' } },
  },
  {
    kind: 'offer',
    key: 'second-meter',
    does: 'call-me',
    priority: 1,
    isFollowUp: true,
    words: { en: { title: 'A second meter?', body: 'We call you.', action: 'Call me' } },
  },
];
