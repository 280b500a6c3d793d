import { kind } from './text-kind.ts';

/** The texts about texting itself, about settings, and those that are about no bill at all. */
export const KINDS_OF_TALK = {
  help: kind('reply', 'L0', { supportPhone: 'words' }, ['supportPhone']),
  who: kind(
    'reply',
    'L0',
    {
      accountTail: 'optional',
      /** Of the latest text that went out, by which a person finds it. */
      reference: 'optional',
      supportPhone: 'words',
      /** How every link of ours begins. */
      site: 'words',
    },
    ['supportPhone', 'site'],
  ),
  'stop-confirmed': kind('reply', 'L0', { supportPhone: 'words' }, ['supportPhone']),
  /** The confirmation that asks which texts may go on; silence means none (64.1200(a)(12)). */
  'stop-confirmed-choose': kind('reply', 'L0', { supportPhone: 'words' }, ['supportPhone']),
  'start-confirmed': kind('reply', 'L0', {}),
  /** `code` to type on the page where the wish was made; without it only YES. */
  'opt-in-request': kind('optin', 'L0', { code: 'optional' }),
  /** The answer to the YES, and the welcome in one: when the next statement comes; `days` counts for `in-days` alone. */
  'opt-in-confirmed': kind(
    'reply',
    'L0',
    { when: ['in-days', 'tomorrow', 'today', 'unknown'], days: 'count' },
    ['when'],
  ),
  'marketing-opt-in-request': kind('optin', 'L0', {}),
  'marketing-confirmed': kind('reply', 'L0', {}),
  'agent-coming': kind('reply', 'L0', {}),
  'question-received': kind('reply', 'L0', {}),
  /** A text that may have meant STOP. */
  'stop-unclear': kind('reply', 'L0', {}),
  /** Any words that are no command, once a day. */
  'what-to-say': kind('reply', 'L0', {}),
  'dispute-noted': kind('reply', 'L0', { invoiceNumber: 'words' }),
  'card-number-removed': kind('reply', 'L0', { link: 'optional' }, ['link']),
  'fresh-link': kind('reply', 'L0', { link: 'words' }, ['link']),
  'wrong-party-noted': kind('reply', 'L0', {}),
  'login-code': kind('reply', 'L0', { code: 'words' }, ['code']),
  'language-changed': kind('reply', 'L0', {}),
  'language-choices': kind('reply', 'L0', {}),
  'links-off': kind('reply', 'L0', {}),
  'links-on': kind('reply', 'L0', {}),
  'paper-on': kind('reply', 'L0', {}),
  /** To another phone of the same account, at its customer's wish. */
  'payer-asked': kind('info', 'L0', { invoiceNumber: 'words', link: 'words' }, ['invoiceNumber', 'link']),
  /** To the old phone: it can object until then. */
  'phone-moving': kind('info', 'L0', { date: 'words', supportPhone: 'words' }, ['date', 'supportPhone']),
  'paperless-by-link': kind('reply', 'L0', { link: 'words' }, ['link']),
  /** AUTOPAY ON: the words of the mandate, the card, and what is open and charged too; YES with the code agrees. */
  'autopay-question': kind(
    'reply',
    'L1',
    { terms: 'words', card: 'words', total: 'optional', code: 'words' },
    ['terms', 'card', 'total', 'code'],
  ),
  'autopay-on': kind('reply', 'L0', { card: 'words', link: 'optional' }, ['card', 'link']),
  'autopay-off': kind('reply', 'L0', { link: 'optional' }, ['link']),
  'autopay-by-link': kind('reply', 'L0', { link: 'words' }, ['link']),
  'autopay-page': kind('reply', 'L0', { link: 'words' }, ['link']),
  'card-link': kind('reply', 'L0', { link: 'words' }, ['link']),
  'office-closed': kind('info', 'L0', { closedOn: 'words', opensOn: 'words', withStop: 'flag' }, [
    'closedOn',
    'opensOn',
    'withStop',
  ]),
  outage: kind('info', 'L0', { area: 'words', expected: 'optional', withStop: 'flag' }, ['area', 'withStop']),
  'survey-invitation': kind('info', 'L1', { firstName: 'words', link: 'words', withStop: 'flag' }, [
    'withStop',
    'link',
  ]),
  /** One that ends in an offer is advertising. */
  'survey-with-offer': kind('marketing', 'L1', { firstName: 'words', link: 'words' }, ['link']),
  /** A lower price for paying early sells nothing, yet a text about it may be read as advertising. */
  'discount-offer': kind(
    'marketing',
    'L1',
    {
      firstName: 'words',
      invoiceNumber: 'words',
      payBy: 'words',
      amount: 'words',
      fullAmount: 'words',
      card: 'optional',
      link: 'optional',
    },
    ['payBy', 'amount', 'fullAmount', 'link'],
  ),
  referral: kind(
    'marketing',
    'L1',
    {
      firstName: 'words',
      /** What both get, in a sentence of the biller's. */
      offer: 'words',
      link: 'words',
    },
    ['offer', 'link'],
  ),
  /** `news` is a sentence of the biller's. */
  news: kind('marketing', 'L0', { news: 'words', link: 'optional' }, ['news', 'link']),
} as const;
