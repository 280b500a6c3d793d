import type { Language } from '@kvitt/domain/locale/language';

/** Someone to try the product as. */
export interface Persona {
  firstName: string;
  lastName: string;
  /** E.164; 555-01xx, so nobody's. */
  phone: string;
  lineType: 'mobile' | 'landline';
  language: Language;
  timeZone: string;
  region: string;
  postalCode: string;
  /** Shown beside the phone: what this persona is there to show. */
  about: string;
  /** The test card in the vault; none where absent. */
  card?: { nonce: string; isDeclined?: boolean };
  isOneReplyOn?: boolean;
  bills: { description: string; minor: number; issuedDaysAgo: number; dueInDays: number }[];
}

const bill = (description: string, minor: number, issuedDaysAgo: number, dueInDays: number) => ({
  description,
  minor,
  issuedDaysAgo,
  dueInDays,
});

/** One for each way that a bill can go. */
export const PERSONAS: readonly Persona[] = [
  {
    firstName: 'Cindy',
    lastName: 'Rivera',
    phone: '+12125550101',
    lineType: 'mobile',
    language: 'en',
    timeZone: 'America/New_York',
    region: 'NY',
    postalCode: '10001',
    about: 'Has a card on file. Answer PAY, then YES and the code.',
    card: { nonce: 'fake-valid-visa-nonce' },
    bills: [bill('Electricity, last month', 8420, 2, 6)],
  },
  {
    firstName: 'Ben',
    lastName: 'Okafor',
    phone: '+13055550102',
    lineType: 'mobile',
    language: 'en',
    timeZone: 'America/New_York',
    region: 'FL',
    postalCode: '33101',
    about: 'The bank says no to this card. Pay with another one on the page.',
    card: { nonce: 'fake-valid-mastercard-nonce', isDeclined: true },
    bills: [bill('Electricity, last month', 6174, 3, 4)],
  },
  {
    firstName: 'Grace',
    lastName: 'Lindqvist',
    phone: '+13125550103',
    lineType: 'mobile',
    language: 'en',
    timeZone: 'America/Chicago',
    region: 'IL',
    postalCode: '60601',
    about: 'Has no card on file. Tap the link, pay, and keep the card if you like.',
    bills: [bill('Electricity and heating, last month', 12995, 1, 9)],
  },
  {
    firstName: 'Sofía',
    lastName: 'Márquez Ibáñez',
    phone: '+17135550104',
    lineType: 'mobile',
    language: 'es',
    timeZone: 'America/Chicago',
    region: 'TX',
    postalCode: '77002',
    about: 'Reads Spanish. Try PAGAR and SÍ with the code.',
    card: { nonce: 'fake-valid-visa-nonce' },
    bills: [bill('Electricidad, mes pasado', 4710, 2, 5)],
  },
  {
    firstName: 'Zoë',
    lastName: 'Brontë-Łukasiewicz',
    phone: '+16175550105',
    lineType: 'mobile',
    language: 'en',
    timeZone: 'America/New_York',
    region: 'MA',
    postalCode: '02108',
    about: 'Has switched one-reply pay on: PAY alone is enough.',
    card: { nonce: 'fake-valid-amex-nonce' },
    isOneReplyOn: true,
    bills: [bill('Electricity, last month', 3860, 2, 7)],
  },
  {
    firstName: 'Marcus',
    lastName: 'Hall',
    phone: '+16025550106',
    lineType: 'mobile',
    language: 'en',
    timeZone: 'America/Phoenix',
    region: 'AZ',
    postalCode: '85003',
    about: 'Has two open bills, one of them overdue.',
    card: { nonce: 'fake-valid-discover-nonce' },
    bills: [bill('Electricity, two months ago', 7215, 33, -3), bill('Electricity, last month', 6950, 2, 27)],
  },
  {
    firstName: 'Walter',
    lastName: 'Pike',
    phone: '+12065550107',
    lineType: 'landline',
    language: 'en',
    timeZone: 'America/Los_Angeles',
    region: 'WA',
    postalCode: '98101',
    about: 'A landline: no text is sent to it, and Kvitt says why.',
    bills: [bill('Electricity, last month', 5540, 2, 8)],
  },
];
