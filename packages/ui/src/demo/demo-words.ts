import type { Language } from '@kvitt/domain/locale/language';
import { type Money, money } from '@kvitt/domain/money/money';

/** What the demos say in one language: the length and the letters of real sentences, which the parts must have room for. */
export interface DemoWords {
  language: Language;
  amount: Money;
  /** As large as a bill may be. */
  large: Money;
  back: string;
  bill: string;
  reference: string;
  leftToPay: string;
  paper: string;
  receipt: string;
  cardNumber: string;
  expires: string;
  expiresHint: string;
  code: string;
  codeProblem: string;
  call: string;
  share: string;
  /** Before the amount, on the button. */
  pay: string;
  notices: { tone: 'info' | 'positive' | 'caution' | 'critical'; title: string; text: string }[];
  choices: { label: string; hint: string }[];
  other: { label: string; hint: string };
  score: { legend: string; hint: string };
  ways: { label: string; hint: string }[];
}

export const EN: DemoWords = {
  language: 'en',
  amount: money(8420, 'USD'),
  large: money(128_400_050, 'USD'),
  back: 'Back to the bill',
  bill: 'Bill',
  reference: 'Reference',
  leftToPay: 'Left to pay',
  paper: 'A sheet of paper.',
  receipt: 'A receipt.',
  cardNumber: 'Card number',
  expires: 'Expires',
  expiresHint: 'Month and year, as on the card',
  code: 'Security code',
  codeProblem: 'The code has three digits. It is on the back.',
  call: 'Call (312) 555-0142',
  share: 'Share receipt',
  pay: 'Pay',
  notices: [
    { tone: 'info', title: 'Nothing is charged yet', text: 'You confirm on the next page.' },
    { tone: 'positive', title: 'This card is kept', text: 'Next time, answer PAY.' },
    { tone: 'caution', title: 'This bill is overdue', text: 'Pay today, or call to agree on a date.' },
    {
      tone: 'critical',
      title: 'The bank refused this card',
      text: 'Nothing was charged. Try another card.',
    },
  ],
  choices: [
    { label: 'All of it', hint: 'Nothing is left to pay then' },
    { label: 'What is past due', hint: 'The rest is due on December 4' },
  ],
  other: { label: 'Another amount', hint: 'Between $5.00 and $84.20' },
  score: {
    legend: 'How likely are you to recommend us?',
    hint: '0 is not at all likely, 10 is very likely',
  },
  ways: [
    { label: 'Choose a day to pay', hint: 'Until December 12' },
    { label: 'What has happened, and questions', hint: 'One answer waits for you' },
  ],
};
