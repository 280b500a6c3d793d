/** What stands around a biller's own cards, in English. None of it runs in the browser. */
export const cardEn = {
  'card.away': 'Not now',
  'card.seen': 'Hide this',
  'card.low': '0 is not at all likely, 10 is very likely.',
  'card.score': 'Your answer',
  'card.why': 'What is the reason?',
  'card.send': 'Send my answer',
  'card.thanks': 'Your answer is with us',
  'card.thanks-what': 'It helps us to know.',
  'card.unhappy': 'Thank you for telling us',
  'card.unhappy-what': 'It is not as it should be. Somebody reads your answer and writes to you by text.',
  'card.passed-on': 'We see to it',
  'card.passed-on-what': 'Somebody gets in touch with you by text.',
  'card.no-score': 'One number is missing',
  'card.no-score-what': 'Choose one from 0 to 10.',
} as const;
