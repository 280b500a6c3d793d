import type { Language } from '../locale/language.ts';
import type { PushKind } from './read-push-kind.ts';

/** What a browser shows: no name, no amount and no debt, because a locked screen shows it to everybody. */
export interface PushNote {
  title: string;
  body: string;
  /** The same tag takes the place of the note before: one that is sent twice is shown once. */
  tag: string;
  /** Where a tap leads: an address of our own. */
  url: string;
  lang: Language;
}

const WORDS: Record<PushKind, Record<Language, string>> = {
  bill: {
    en: 'There is something new on your account.',
    es: 'Hay novedades en su cuenta.',
    de: 'Es gibt etwas Neues in Ihrem Konto.',
    sv: 'Det finns något nytt på ditt konto.',
    nb: 'Det er noe nytt på kontoen din.',
  },
  receipt: {
    en: 'Your receipt is here.',
    es: 'Su recibo está aquí.',
    de: 'Ihre Quittung ist da.',
    sv: 'Ditt kvitto är här.',
    nb: 'Kvitteringen din er her.',
  },
};

/** Writes a note of one kind, for one bill, in the customer's language. */
export function writePushNote(about: {
  kind: PushKind;
  brand: string;
  language: Language;
  url: string;
  tag: string;
}): PushNote {
  const { kind, brand, language, url, tag } = about;
  return { title: brand, body: WORDS[kind][language], tag, url, lang: language };
}
