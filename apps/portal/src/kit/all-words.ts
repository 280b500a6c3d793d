import type { Language } from '@kvitt/domain/locale/language';
import { accountDe } from './account-words-de.ts';
import { accountEn } from './account-words-en.ts';
import { accountEs } from './account-words-es.ts';
import { accountNb } from './account-words-nb.ts';
import { accountSv } from './account-words-sv.ts';
import { CARD_WORDS } from './card-words.ts';
import { JOIN_WORDS } from './join-words.ts';
import { de } from './messages-de.ts';
import { en } from './messages-en.ts';
import { es } from './messages-es.ts';
import { nb } from './messages-nb.ts';
import { sv } from './messages-sv.ts';
import { moneyDe } from './money-words-de.ts';
import { moneyEn } from './money-words-en.ts';
import { moneyEs } from './money-words-es.ts';
import { moneyNb } from './money-words-nb.ts';
import { moneySv } from './money-words-sv.ts';
import { ownDe } from './own-words-de.ts';
import { ownEn } from './own-words-en.ts';
import { ownEs } from './own-words-es.ts';
import { ownNb } from './own-words-nb.ts';
import { ownSv } from './own-words-sv.ts';
import { PLACE_WORDS } from './place-words.ts';
import type { Messages, ServerWords } from './translate.ts';

/** All that the pages say, in every language; the browser gets only the part that runs there. */
export const ALL_WORDS: Record<Language, Messages & ServerWords> = {
  en: { ...en, ...accountEn, ...JOIN_WORDS.en, ...CARD_WORDS.en, ...moneyEn, ...ownEn, ...PLACE_WORDS.en },
  es: { ...es, ...accountEs, ...JOIN_WORDS.es, ...CARD_WORDS.es, ...moneyEs, ...ownEs, ...PLACE_WORDS.es },
  de: { ...de, ...accountDe, ...JOIN_WORDS.de, ...CARD_WORDS.de, ...moneyDe, ...ownDe, ...PLACE_WORDS.de },
  sv: { ...sv, ...accountSv, ...JOIN_WORDS.sv, ...CARD_WORDS.sv, ...moneySv, ...ownSv, ...PLACE_WORDS.sv },
  nb: { ...nb, ...accountNb, ...JOIN_WORDS.nb, ...CARD_WORDS.nb, ...moneyNb, ...ownNb, ...PLACE_WORDS.nb },
};
