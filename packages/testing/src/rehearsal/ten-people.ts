import type { Language } from '@kvitt/domain/locale/language';
import type { Person, Traits } from '../people.ts';
import { codeIn } from '../read-words.ts';

/** Somebody who lives through the three months, and what they do. */
export interface Persona extends Traits {
  firstName: string;
  language: Language;
  timeZone: string;
  /** What happens on a day, `MM-DD`, at ten in New York. */
  does?: Record<string, (person: Person) => Promise<void>>;
}

const NEW_YORK = 'America/New_York';

/** Says each of these, and takes a question that the last of them is answered with up. */
function says(...words: string[]): (person: Person) => Promise<void> {
  return async (person) => {
    for (const one of words) await person.says(one);
    const code = codeIn(person.lastText());
    if (code !== '') await person.says(`${yesIn(person.lastText())} ${code}`);
  };
}

/** The word that the question asks for. */
function yesIn(question: string): string {
  return /(?<!\p{L})(YES|S[IÍ]|JA) \d/u.exec(question)?.[1] ?? 'YES';
}

/** Ten people, of whom each gets one bill a month; the eighth and the ninth share a phone. */
export const TEN_PEOPLE: readonly Persona[] = [
  {
    firstName: 'Cindy',
    language: 'en',
    timeZone: NEW_YORK,
    does: { '12-22': says('PAY'), '01-18': says('AUTOPAY ON'), '02-27': says('PAY') },
  },
  {
    firstName: 'Lucía',
    language: 'es',
    timeZone: 'America/Chicago',
    does: {
      '12-29': says('PAGAR'),
      '01-28': says('PROMESA 5/2'),
      '02-09': says('PAGAR'),
      '03-04': says('PROMESA 9/3'),
      '03-08': says('PAGAR'),
    },
  },
  {
    firstName: 'Jörg',
    language: 'de',
    timeZone: 'America/Denver',
    does: {
      '01-02': says('VERSPRECHEN 8.1.'),
      '01-15': says('ZAHLEN 30'),
      '02-09': says('SPÄTER'),
      '02-18': says('RECHNUNGEN', 'ALLE'),
    },
  },
  {
    firstName: 'Åsa',
    language: 'sv',
    timeZone: 'America/Los_Angeles',
    does: { '12-18': says('HJÄLP'), '01-04': says('STOPP') },
  },
  {
    firstName: 'Øyvind',
    language: 'nb',
    timeZone: 'Pacific/Honolulu',
    does: {
      '01-05': says('BETAL 40'),
      '01-12': says('LOVER 16.1.'),
      '01-15': says('BETAL'),
      '02-10': says('Hvorfor er regningen så høy?'),
      '02-11': says('BETAL'),
    },
  },
  {
    firstName: 'Pat',
    language: 'en',
    timeZone: NEW_YORK,
    does: {
      '12-28': says('PROMISE 1/5'),
      '01-20': says('PAY 50'),
      '01-31': says('PROMISE 2/10'),
      '02-09': says('BILLS', 'ALL'),
    },
  },
  {
    firstName: 'Wanda',
    language: 'es',
    timeZone: NEW_YORK,
    does: { '12-23': says('Número equivocado') },
  },
  {
    firstName: 'Anna',
    language: 'sv',
    timeZone: NEW_YORK,
    does: { '01-08': says('FAKTUROR', 'ALLA'), '02-03': says('SENARE'), '02-12': says('FAKTUROR', '2') },
  },
  { firstName: 'Ben', language: 'sv', timeZone: NEW_YORK },
  {
    firstName: 'Quinn',
    language: 'en',
    timeZone: 'America/Anchorage',
    card: null,
    does: { '01-13': says('Why is my bill so high this month?'), '01-20': says('PAY'), '02-20': says('WHO') },
  },
];
