import type { Language } from '@kvitt/domain/locale/language';
import type { accountEn } from './account-words-en.ts';
import type { cardEn } from './card-words-en.ts';
import type { joinEn } from './join-words-en.ts';
import type { en } from './messages-en.ts';
import type { moneyEn } from './money-words-en.ts';
import type { ownEn } from './own-words-en.ts';
import type { placeEn } from './place-words-en.ts';

type Source = typeof en &
  typeof accountEn &
  typeof joinEn &
  typeof cardEn &
  typeof moneyEn &
  typeof ownEn &
  typeof placeEn;
export type MessageKey = keyof Source;
type Translated<Words> = {
  [Key in keyof Words]: Words[Key] extends string ? string : { one: string; other: string };
};
/** Every language has every message, and a plural wherever English has one. */
export type Messages = Translated<typeof en>;
/** The words of pages that never run in the browser, which is spared them. */
export type AccountWords = Translated<typeof accountEn>;
/** The words of who has no link yet; no more of them run there. */
export type JoinWords = Translated<typeof joinEn>;
export type CardWords = Translated<typeof cardEn>;
export type MoneyWords = Translated<typeof moneyEn>;
/** The words of what customers arrange for themselves. */
export type OwnWords = Translated<typeof ownEn>;
export type PlaceWords = Translated<typeof placeEn>;
/** All that only the server says. */
export type ServerWords = AccountWords & JoinWords & CardWords & MoneyWords & OwnWords & PlaceWords;
export type AllMessages = Messages & Partial<ServerWords>;

type Names<Text> = Text extends `${string}{${infer Name}}${infer Rest}` ? Name | Names<Rest> : never;
type NamesOf<Key extends MessageKey> = Source[Key] extends { other: infer Text }
  ? Names<Text>
  : Names<Source[Key]>;
type Values<Key extends MessageKey> = { [Name in NamesOf<Key>]: Name extends 'count' ? number : string };
type Rest<Key extends MessageKey> = [NamesOf<Key>] extends [never] ? [] : [values: Values<Key>];

export type Translate = <Key extends MessageKey>(key: Key, ...rest: Rest<Key>) => string;

/** Kept, because the server gives its words to every page anew, and making one costs more than all the words. */
const PLURALS = new Map<Language, Intl.PluralRules>();

function pluralOf(language: Language): Intl.PluralRules {
  const made = PLURALS.get(language) ?? new Intl.PluralRules(language);
  PLURALS.set(language, made);
  return made;
}

/**
 * The page's words: `t('bill.pay', { amount })`. The compiler asks for exactly the values that the English text names.
 * The messages are given, so that the browser loads those of one language only.
 */
export function translateWith(language: Language, messages: AllMessages): Translate {
  const plural = pluralOf(language);
  return (key, ...[values]) => {
    const message: string | { one: string; other: string } | undefined = messages[key];
    if (message === undefined) throw new Error(`the words "${key}" are not for the browser`);
    const given: Record<string, string | number> = values ?? {};
    // Both languages have more forms in Intl than the two that are written; "many" (a million) reads as "other".
    const text =
      typeof message === 'string'
        ? message
        : message[plural.select(Number(given.count)) === 'one' ? 'one' : 'other'];
    return text.replace(/\{(\w+)\}/g, (_, name: string) => String(given[name]));
  };
}
